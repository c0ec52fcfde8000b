"""Closed is not solved: three reasons, each told; a plan that comes back by itself; and who alone says solved."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from disputes.complaints.enums import Outcome, State
from disputes.complaints.indicators import SOLVED
from disputes.complaints.models import Complaint
from disputes.outcomes.services import bring_back
from disputes.outcomes.tasks import bring_back as task
from governance.calendar.workdays import SHANGHAI
from governance.cases.models import WorkOrder
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.models import Notice
from governance.timeline.models import Event
from tests.disputes.complaints.test_flow import walk

LATER, REVIEW = timedelta(hours=5), date(2027, 1, 15)
NOT_SOLVED = {"reached": True, "solved": "no", "satisfaction": "dissatisfied"}


@pytest.fixture
def unsolved(complaint, operator, clerk, at):
    """The person said on the telephone that it is not solved."""
    replied = walk(complaint, operator, clerk, at, until="reply")
    return engine.take(replied, "call_back", by=operator, at=at + LATER, **NOT_SOLVED)


def close(case, operator, at, outcome=Outcome.NO_POWER, review_on=None):
    return engine.take(case, "close_unsolved", by=operator, at=at + LATER, outcome=outcome, review_on=review_on, note="属合同约定。")


@pytest.fixture
def planned(unsolved, operator, at):
    return close(unsolved, operator, at, Outcome.LONG_TERM, REVIEW)


def test_what_the_person_calls_unsolved_is_not_closed_as_if_it_were(unsolved, operator, at):
    with pytest.raises(engine.StepRefused):
        engine.take(unsolved, "close", by=operator, at=at + LATER)


@pytest.mark.parametrize("outcome", [Outcome.NO_POWER, Outcome.NO_FACT])
def test_it_is_closed_with_its_reason(outcome, unsolved, operator, at):
    closed = close(unsolved, operator, at, outcome, REVIEW)
    assert (closed.state, closed.outcome, closed.review_on) == (State.CLOSED, outcome, None)
    assert Event.objects.of(closed).latest("sequence").note == "属合同约定。"


@pytest.mark.parametrize("day", [None, date(2026, 11, 23), date(2020, 1, 1)])
def test_a_plan_without_a_day_to_come_is_refused(day, unsolved, operator, at):
    with pytest.raises(engine.StepRefused, match="回头看"):
        close(unsolved, operator, at, Outcome.LONG_TERM, day)


def test_the_form_names_the_missing_day(unsolved, operator, signed_in):
    address = reverse("complaints_take_step", args=[unsolved.number, "close_unsolved"])
    answer = signed_in(operator).post(address, {"outcome": "long_term", "note": "列入计划。"})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"review_on"})


def test_a_plan_comes_back_on_its_day_and_only_once(planned, clerk):
    before = datetime(2027, 1, 14, 23, 0, tzinfo=SHANGHAI)
    day = datetime(2027, 1, 15, 0, 10, tzinfo=SHANGHAI)
    assert [bring_back(at=before), bring_back(at=day), bring_back(at=day)] == [0, 1, 0]
    back = Complaint.objects.get(pk=planned.pk)
    assert (back.state, back.outcome, back.review_on, back.reworks) == (State.HANDLING, "", None, 0)
    assert WorkOrder.objects.of(back).standing().get().office == clerk.acting_post.office
    assert Deadline.objects.of(back).still_open().filter(term="complaints.handle").count() == 1
    assert set(Notice.objects.filter(rule="outcomes.came_back").values_list("recipient", flat=True)) == {clerk.pk}


def test_the_task_may_run_twice(planned):
    assert [task(), task()] in ([0, 0], [1, 0])


def test_the_person_reads_reason_and_plan(planned, client, filing):
    again = filing()
    Complaint.objects.filter(pk=planned.pk).update(query_code_index=again.complaint.query_code_index)
    client.post(reverse("track"), {"number": planned.number, "code": again.query_code})
    page = client.get(reverse("tracked", args=[planned.number])).content.decode()
    assert "需长期推进" in page
    assert "属合同约定。" in page
    assert "2027年1月15日" in page


def test_nobody_reached_means_nobody_said_solved(complaint, operator, clerk, at):
    replied = walk(complaint, operator, clerk, at, until="reply")
    said = {"reached": False, "solved": "yes", "satisfaction": "satisfied"}
    called = engine.take(replied, "call_back", by=operator, at=at + LATER, **said)
    assert (called.solved, called.satisfaction) == ("", "")
    assert not SOLVED.numerator(Complaint.objects.all()).exists()


def test_a_call_in_vain_does_not_take_the_person_s_own_word_away(complaint, operator, clerk, at):
    replied = walk(complaint, operator, clerk, at, until="reply")
    rated = engine.take(replied, "rate", by=RESIDENT, at=at + LATER, solved="partly", satisfaction="fairly")
    called = engine.take(rated, "call_back", by=operator, at=at + 2 * LATER, reached=False, solved="", satisfaction="")
    assert (called.solved, called.satisfaction) == ("partly", "fairly")


def test_closing_unsolved_adds_nothing_to_what_is_solved(unsolved, operator, at):
    close(unsolved, operator, at)
    rows = Complaint.objects.all()
    assert (SOLVED.numerator(rows).count(), SOLVED.denominator(rows).count()) == (0, 1)
