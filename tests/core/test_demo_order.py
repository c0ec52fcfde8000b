"""The demo of what counts all chapters' cases is told when they are all there."""

from governance import registry
from governance.management.commands.seed_demo import tell_last
from governance.registry import Chapter


def test_what_counts_all_cases_is_told_last_and_in_order(monkeypatch):
    told = []
    fills = [lambda *, at, name=name, **facts: told.append((name, at, facts["rng"].random())) for name in ("index", "tips")]
    monkeypatch.setattr(registry, "_chapters", {"a": Chapter("a", "", demo_last=(fills[0],)), "b": Chapter("b", "", demo_last=(fills[1],))})
    tell_last(7, {"at": "now"})
    tell_last(7, {"at": "now"})
    assert [(name, at) for name, at, _drawn in told] == [("index", "now"), ("tips", "now")] * 2
    assert told[:2] == told[2:]
