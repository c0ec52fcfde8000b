"""What a kind asks besides, photographs before and after, and that nobody is found by a name."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from governance import registry
from governance.files.models import Attachment, PendingUpload
from governance.flow import engine
from grids.reports.enums import State
from grids.reports.filters import ReportFilter
from grids.reports.models import Report, ReportKind
from grids.reports.rules import came_by, in_words, options_of
from tests.grids.walking import walk

CREATE, LIST = reverse("reports_create"), reverse("reports_list")


def typed(own, kind="fire", **facts):
    return {"kind": kind, "grid": own.pk, "description": "楼道堆物。", "submission": str(uuid4()), "then": "keep", **facts}


def photograph(name="现场.jpg"):
    picture = BytesIO()
    Image.new("RGB", (60, 40), "grey").save(picture, "JPEG")
    return SimpleUploadedFile(name, picture.getvalue(), content_type="image/jpeg")


def test_the_answers_of_the_chosen_kind_are_kept_in_words(signed_in, worker, grid):
    client = signed_in(worker)
    client.post(CREATE, typed(grid, q_fire_q1=["楼道", "车棚"], q_fire_q2="3", q_service_q1="代办"))
    report = Report.objects.get()
    assert report.answers == [["问题在哪里", "楼道、车棚"], ["涉及电动自行车（辆）", "3"]]
    page = client.get(report.get_absolute_url()).content.decode()
    assert "楼道、车棚" in page
    assert "代办" not in page


def test_the_page_asks_for_every_kind_under_its_name(signed_in, worker, grid):
    page = signed_in(worker).get(CREATE).content.decode()
    assert 'data-kind="fire"' in page
    assert 'data-kind="other"' not in page


@pytest.mark.parametrize(("field", "value"), [("q_fire_q2", "三辆"), ("q_fire_q1", "天上"), ("q_fire_q2", "-1")])
def test_an_answer_that_does_not_fit_is_told(signed_in, worker, grid, field, value):
    answer = signed_in(worker).post(CREATE, typed(grid, **{field: value}))
    assert answer.status_code == 422
    assert not Report.objects.exists()


def test_what_must_be_answered_is_asked_of_that_kind_alone(signed_in, worker, grid):
    kind = ReportKind.objects.get(code="fire")
    kind.questions[1]["required"] = True
    kind.save()
    client = signed_in(worker)
    answer = client.post(CREATE, typed(grid))
    assert "请填写“涉及电动自行车（辆）”" in answer.content.decode()
    assert client.post(CREATE, typed(grid, kind="other")).status_code == 302


def test_what_is_changed_later_leaves_the_answers_as_they_were_asked(signed_in, worker, grid):
    signed_in(worker).post(CREATE, typed(grid, q_fire_q2="3"))
    ReportKind.objects.filter(code="fire").update(questions=[])
    assert Report.objects.get().answers == [["涉及电动自行车（辆）", "3"]]


def test_the_exported_list_holds_the_answers(signed_in, worker, clerk, grid):
    signed_in(worker).post(CREATE, typed(grid, q_fire_q2="3"))
    written = b"".join(signed_in(clerk).get(reverse("reports_export"), {"format": "csv"}).streaming_content)
    assert "涉及电动自行车（辆）：3" in written.decode("utf-8-sig")


def test_a_kind_that_demands_proof_is_not_solved_without(signed_in, worker, grid):
    client, facts = signed_in(worker), typed(grid, kind="hazard", then="solve")
    answer = client.post(CREATE, facts)
    assert answer.status_code == 422
    assert "请上传处置后的照片" in answer.content.decode()
    client.post(CREATE, {**facts, "files": photograph(), "after": photograph("处置后.jpg")})
    report = Report.objects.get()
    assert report.state == State.SOLVED
    assert sorted(Attachment.objects.of(report).values_list("kind", flat=True)) == ["photo", "proof"]
    assert not PendingUpload.objects.exists()


def test_proof_is_demanded_of_every_way_to_solve(reporting, worker, at, signed_in):
    report = reporting(kind="hazard")
    with pytest.raises(engine.StepRefused, match="处置后的照片"):
        engine.take(report, "solve", by=worker, at=at, note="已清走。", photos=[])
    url = reverse("reports_take_step", args=[report.number, "solve"])
    client = signed_in(worker)
    assert client.post(url, {"note": "已清走。"}).status_code == 422
    assert client.post(url, {"note": "已清走。", "photos": photograph()}).status_code == 302


def test_photographs_of_the_result_survive_a_form_that_comes_back(signed_in, worker, grid):
    client, facts = signed_in(worker), typed(grid, kind="hazard", then="solve")
    client.post(CREATE, {**facts, "kind": "", "after": photograph()})
    token = PendingUpload.objects.get().token
    client.post(CREATE, {**facts, "held_after": token})
    assert Attachment.objects.of(Report.objects.get()).get().kind == "proof"


def test_before_and_after_stand_apart_on_the_page(signed_in, worker, grid):
    client = signed_in(worker)
    client.post(CREATE, typed(grid, then="solve", files=photograph(), after=photograph("处置后.jpg")))
    page = client.get(Report.objects.get().get_absolute_url()).content.decode()
    assert page.index("现场</p>") < page.index("处置后</p>")


def test_nobody_is_found_by_name_or_telephone(signed_in, reporting, clerk):
    reporting(name="那日松", phone="13800000002")
    client = signed_in(clerk)
    assert [client.get(LIST, {"q": words}).context["page"].count for words in ("那日松", "13800000002", "路灯")] == [0, 0, 1]
    assert {"name", "phone", "contact_name", "contact_phone", "reporter"}.isdisjoint(ReportFilter.base_filters)


@pytest.fixture
def hazards(monkeypatch):
    """Stands in for the hazards' own procedure: told what it was handed, it opens another report."""
    told = []

    def intake(case, *, by, at, note, **facts):
        told.append(facts)
        return engine.begin(
            Report(place=case.place, grid=case.grid, kind=case.kind, reporter=case.reporter, number="HS-20261123-999999-0", title="隐患"),
            by=by, at=at,
        )  # fmt: skip

    fakes = registry.Chapter("fakes", "", intake={"hazards": intake})
    monkeypatch.setattr(registry, "_chapters", {"fakes": fakes, **registry._chapters})
    return told


def test_a_hazard_is_handed_to_its_procedure_where_there_is_one(reporting, worker, at, hazards):
    report = reporting(kind="hazard", answers=[["危险程度", "长期隐患"]])
    ended = engine.take(report, "hand_to_hazard", by=worker, at=at, note="需停用整改。")
    assert (ended.state, ended.passed_on) == (State.HANDED_OVER, True)
    assert hazards == [{"description": f"{report.description}\n危险程度：长期隐患\n需停用整改。", "trade": "emergency"}]


def test_no_hazard_is_handed_where_nobody_takes_it(reporting, worker, monkeypatch):
    monkeypatch.setattr(registry, "_chapters", {})
    offered = {step.name for step in engine.available(reporting(kind="hazard"), worker)}
    assert "hand_to_hazard" not in offered


def test_a_facility_is_no_hazard(reporting, worker, hazards):
    assert "hand_to_hazard" not in {step.name for step in engine.available(reporting(), worker)}


def test_many_are_passed_on_with_one_reason(signed_in, reporting, stations, at):
    bulk, chosen = reverse("reports_bulk"), [walk(reporting(), stations, at, until="pass_to_village") for _ in "12"]
    asked = {"action": "pass_to_township", "selected": [one.number for one in chosen], "confirmed": "1"}
    client = signed_in(stations["village"])
    assert client.post(bulk, asked).status_code == 422
    assert client.post(bulk, {**asked, "note": "需街道维修力量。"}).context["done"] == 2
    assert Report.objects.filter(state=State.TOWNSHIP).count() == 2


def test_many_go_to_the_bureaus_of_their_trades_and_one_without_says_so(signed_in, reporting, stations, at):
    first, none = (walk(reporting(kind=kind), stations, at, until="pass_to_township") for kind in ("facility", "other"))
    asked = {"action": "pass_to_department", "selected": [first.number, none.number], "confirmed": "1", "note": "属行业主管。"}
    results = signed_in(stations["township"]).post(reverse("reports_bulk"), asked).context["results"]
    assert {result["case"].pk: result["done"] for result in results} == {first.pk: True, none.pk: False}
    assert "没有对应的主管部门" in str(results)
    assert Report.objects.get(pk=first.pk).office == stations["department"].acting_post.office


@pytest.mark.parametrize("mark", ["unsigned", "raised", "returned", "watched", "extension", "silent"])
def test_every_mark_can_be_asked_for(signed_in, report, clerk, mark):
    assert signed_in(clerk).get(LIST, {"mark": mark}).context["page"].count == 0


def test_what_ended_by_silence_is_found(signed_in, report, clerk, at):
    Report.objects.update(state=State.CONFIRMED, closed_at=at + timedelta(days=9), by_silence=True)
    assert signed_in(clerk).get(LIST, {"mark": "silent"}).context["page"].count == 1


def test_the_sums():
    assert in_words([]) == ""
    assert in_words([["甲", "1"], ["乙", "2"]]) == "甲：1\n乙：2"
    assert options_of(" 一\n\n一\n二") == ["一", "二"]
    assert [came_by(step) for step in ("pass_to_village", "return_to_worker", "send_back_to_village")] == [
        "passed",
        "returned",
        "sent_back",
    ]
