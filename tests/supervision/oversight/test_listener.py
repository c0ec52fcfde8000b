"""A duty not met becomes visible by itself: one draft for each clock that lapsed, and what becomes of it."""

from datetime import timedelta

import pytest

from disputes.complaints.models import Complaint
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring, sweep
from governance.flow import engine
from governance.people.enums import OfficeType
from governance.timeline.models import Event
from governance.timeline.record import verify
from supervision.oversight.models import Finding
from supervision.oversight.services import settle_fulfilled
from tests import actors
from tests.disputes.complaints.test_flow import walk
from tests.supervision.cast import JUDGED

pytestmark = pytest.mark.django_db
LATE = timedelta(days=20)


@pytest.fixture
def late(complaint, operator, clerk, cast, at):
    """A complaint its township did not answer in time."""
    case = walk(complaint, operator, clerk, at, until="contact")
    while sweep(at=at + LATE):
        continue
    return Complaint.objects.get(pk=case.pk)


def test_a_lapse_with_a_ground_is_one_draft_on_the_desk_of_the_county(late, clerk):
    finding = Finding.objects.get()
    assert (finding.state, finding.ground, finding.duty) == ("draft", 2, "诉求未在办理期限内答复")
    assert finding.unit_id == clerk.acting_post.office_id
    assert (finding.office.type, finding.office.place.code) == (OfficeType.LEADING_GROUP, actors.COUNTY)
    assert (finding.subject_number, finding.subject_url) == (late.number, late.get_absolute_url())


def test_it_was_raised_when_the_limit_ended_whenever_that_was_noticed(late):
    assert Finding.objects.get().opened_at == Deadline.objects.of(late).get(term="complaints.handle").due_at


def test_a_lapse_without_a_ground_raises_nothing(complaint, operator, clerk, cast, at):
    walk(complaint, operator, clerk, at, until="dispatch")
    Deadline.objects.of(complaint).exclude(term="complaints.sign_for").update(next_alarm_at=None)
    sweep(at=at + LATE)
    assert not Finding.objects.exists()


def test_sweeping_again_adds_nothing(late, at):
    sweep(at=at + LATE)
    ring(late, at=at + LATE)
    assert Finding.objects.count() == 1
    assert Finding.objects.get().lapses == 1


def test_a_second_lapse_joins_the_open_finding(late, operator, clerk, cast, at):
    engine.take(Finding.objects.get(), "confirm", by=cast.official, at=at + LATE, note="属实。", **JUDGED)
    engine.take(late, "reply", by=clerk, at=at + LATE, note="已办。")
    case = engine.take(late, "return_for_rework", by=operator, at=at + LATE + timedelta(hours=1), note="重办。")
    ring(case, at=at + 2 * LATE)
    finding = Finding.objects.get()
    assert (finding.lapses, finding.fulfilled_at) == (2, None)
    assert Event.objects.of(finding).filter(kind="oversight.repeat").count() == 1


def test_what_is_done_before_anyone_confirmed_it_closes_by_itself(late, clerk, at):
    engine.take(late, "reply", by=clerk, at=at + LATE, note="已办。")
    finding = Finding.objects.get()
    assert (finding.state, finding.fulfilled_at, finding.closed_at) == ("settled", at + LATE, at + LATE)
    assert finding.verify_kept is None


def test_what_is_confirmed_is_not_marked_any_more(late, clerk, cast, at):
    engine.take(Finding.objects.get(), "confirm", by=cast.official, at=at + LATE, note="属实。", **JUDGED)
    engine.take(late, "reply", by=clerk, at=at + LATE, note="已办。")
    assert Finding.objects.get().fulfilled_at is None


def test_a_clock_met_by_another_way_is_found_by_the_sweep(late, at):
    Deadline.objects.of(late).filter(term="complaints.handle").update(state="met", met_at=at + LATE)
    assert (settle_fulfilled(), settle_fulfilled()) == (1, 0)
    finding = Finding.objects.get()
    assert (finding.state, finding.fulfilled_at) == ("settled", at + LATE)


def test_both_chains_hold(late):
    assert verify().broken is None


def test_without_a_leading_group_a_lapse_is_no_failure(complaint, operator, clerk, at):
    walk(complaint, operator, clerk, at, until="contact")
    sweep(at=at + LATE)
    assert not Finding.objects.exists()


def test_nobody_is_released_while_the_duty_is_still_owed(late, cast, clerk, at):
    later = at + LATE + timedelta(days=1)
    finding = engine.take(Finding.objects.get(), "confirm", by=cast.official, at=later, note="属实。", **JUDGED)
    finding = engine.take(finding, "notify", by=cast.official, at=later, note="通报批评。")
    assert finding.is_owed
    with pytest.raises(engine.StepRefused, match=late.number):
        engine.take(finding, "close", by=cast.official, at=later, note="同意。")
    engine.take(late, "reply", by=clerk, at=later, note="已办结。")
    finding = Finding.objects.get()
    assert engine.take(finding, "close", by=cast.official, at=later, note="同意。").state == "closed"
