"""The demo of what counts all chapters' cases is told when they are all there."""

from time import monotonic, sleep

from governance import registry
from governance.management.commands.seed_demo import tell, tell_last
from governance.registry import Chapter


def test_what_counts_all_cases_is_told_last_and_in_order(monkeypatch):
    told = []
    fills = [lambda *, at, name=name, **facts: told.append((name, at, facts["rng"].random())) for name in ("index", "tips")]
    monkeypatch.setattr(registry, "_chapters", {"a": Chapter("a", "", demo_last=(fills[0],)), "b": Chapter("b", "", demo_last=(fills[1],))})
    tell_last(7, {"at": "now"})
    tell_last(7, {"at": "now"})
    assert [(name, at) for name, at, _drawn in told] == [("index", "now"), ("tips", "now")] * 2
    assert told[:2] == told[2:]


def test_what_need_not_wait_is_told_beside_the_rest_from_the_beginning(monkeypatch, tmp_path):
    """Two processes tell: they meet in the file system, where each waits for the other's word."""

    def fill(name, *after):
        def told(*, rng, say, at):
            limit = monotonic() + 20
            while not all((tmp_path / one).exists() for one in after):
                assert monotonic() < limit, f"{name} waited for {after}"
                sleep(0.01)
            (tmp_path / name).write_text(at)

        return told

    chapter = Chapter("a", "", demo=(fill("first", "beside"), fill("rest")), demo_beside=(fill("beside"),))
    monkeypatch.setattr(registry, "_chapters", {"a": chapter})
    tell("a", 7, {"at": "now"})
    assert sorted(file.name for file in tmp_path.iterdir()) == ["beside", "first", "rest"]
