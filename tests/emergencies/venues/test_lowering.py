"""Up the assessor goes freely, down only with a reason and a second person; and what changed is graded again."""

from datetime import timedelta

import pytest

from emergencies.venues.models import Assessment, VenueKind
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.emergencies.makers import FACTS

pytestmark = pytest.mark.django_db
WHY = "现场已整改到位。"


def running(case):
    return set(Deadline.objects.of(case).still_open().values_list("term", flat=True))


@pytest.fixture
def asked(registered, bureau, at, answers):
    """Red by the sum; the assessor asks for orange."""
    return engine.take(registered, "assess", by=bureau, at=at, grade="orange", answers=answers(-1), note=WHY)


def test_until_a_second_person_agrees_the_higher_grade_holds(asked):
    assert (asked.grade, asked.lowering) == ("red", "orange")
    assert running(asked) == {"venues.reassess", "venues.lower"}


@pytest.mark.parametrize("second", ["colleague", "centre"])
def test_a_colleague_or_the_centre_agrees(asked, second, at):
    trade = {"trade": "emergency"} if second == "colleague" else {}
    person = actors.actor(Role.DEPARTMENT_HANDLER if trade else Role.CENTRE_OFFICER, **trade)
    lowered = engine.take(asked, "agree_lowering", by=person, at=at + timedelta(days=1), note="同意。")
    kept = Assessment.objects.get()
    assert (lowered.grade, lowered.lowering, kept.final, kept.computed, kept.lowered) == ("orange", "", "orange", "red", True)
    assert (kept.decided_by, kept.decision_note, running(lowered)) == (person, "同意。", {"venues.reassess"})


def test_the_assessor_is_no_second_person(asked, bureau, clerk, at):
    with pytest.raises(engine.StepRefused, match="评估人不能"):
        engine.take(asked, "agree_lowering", by=bureau, at=at)
    with pytest.raises(engine.StepRefused, match="负责评估的单位"):
        engine.take(asked, "agree_lowering", by=clerk, at=at)


def test_refused_the_grade_stays_and_the_answer_is_kept(asked, at):
    kept = engine.take(asked, "refuse_lowering", by=actors.actor(Role.CENTRE_OFFICER), at=at, note="照片不能说明问题。")
    assert (kept.grade, kept.lowering, Assessment.objects.get().final) == ("red", "", "red")
    assert Assessment.objects.get().decision_note == "照片不能说明问题。"


def test_a_milder_sum_goes_below_what_stands_only_with_a_second_person_too(registered, bureau, at, answers):
    engine.take(registered, "assess", by=bureau, at=at, grade="", answers=answers(-1))
    with pytest.raises(engine.StepRefused, match="理由"):
        engine.take(registered, "assess", by=bureau, at=at + timedelta(days=9), grade="", answers=answers(0))
    milder = engine.take(registered, "assess", by=bureau, at=at + timedelta(days=9), grade="", answers=answers(0), note=WHY)
    assert (milder.grade, milder.lowering) == ("red", "blue")
    higher = engine.take(milder, "assess", by=bureau, at=at + timedelta(days=10), grade="", answers=answers(-1))
    assert (higher.lowering, running(higher)) == ("", {"venues.reassess"})


def test_a_form_tells_of_the_reason_beside_the_note(signed_in, registered, bureau, at, answers):
    engine.take(registered, "assess", by=bureau, at=at, grade="", answers=answers(-1))
    client, url = signed_in(bureau), f"/venues/{registered.number}/assess/"
    given = {f"factor_{code}": option for code, option in answers(-1).items()} | {"grade": "yellow"}
    refused = client.post(url, given)
    assert list(refused.context["form"].errors) == ["note"]
    assert client.post(url, {**given, "note": WHY}).status_code == 302


@pytest.mark.parametrize(("name", "given"), [("correct", {**FACTS, "capacity": 3000}), ("report_change", {})])
def test_a_change_asks_for_another_assessment_within_its_own_limit(registered, bureau, manager, at, answers, name, given):
    graded = engine.take(registered, "assess", by=bureau, at=at, grade="", answers=answers(0))
    changed = engine.take(graded, name, by=manager, at=at + timedelta(days=50), note="地下一层改为餐饮。", **given)
    assert running(changed) == {"venues.reassess", "venues.changed"}
    due = Deadline.objects.of(changed).get(term="venues.changed").due_at
    again = engine.take(changed, "report_change", by=manager, at=at + timedelta(days=60), note="又有变化。")
    assert Deadline.objects.of(again).get(term="venues.changed").due_at == due
    done = engine.take(again, "assess", by=bureau, at=at + timedelta(days=61), grade="red", answers=answers(0))
    assert running(done) == {"venues.reassess"}


def test_what_the_grading_does_not_rest_on_asks_for_none(registered, bureau, manager, at, answers):
    graded = engine.take(registered, "assess", by=bureau, at=at, grade="", answers=answers(0))
    moved = engine.take(graded, "correct", by=manager, at=at, note="", **{**FACTS, "manager": "钱立新"})
    assert running(moved) == {"venues.reassess"}
    other = engine.take(moved, "reclassify", by=bureau, at=at, note="实为宾馆。", kind=VenueKind.objects.get(code="hotel"))
    assert running(other) == {"venues.reassess", "venues.changed"}


def test_a_township_that_grades_lets_a_colleague_agree(declaring, clerk, at, answers):
    venue = declaring(kind="school")
    graded = engine.take(venue, "confirm", by=clerk, at=at)
    asked = engine.take(graded, "assess", by=clerk, at=at, grade="yellow", answers=answers(-1), note=WHY)
    colleague = actors.actor(Role.TOWNSHIP_CLERK, kind=OfficeType.TOWNSHIP)
    assert engine.take(asked, "agree_lowering", by=colleague, at=at).grade == "yellow"
