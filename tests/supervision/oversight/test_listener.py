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
from supervision.orders.models import Order
from supervision.oversight.models import Finding
from supervision.oversight.services import settle_fulfilled
from tests import actors
from tests.disputes.complaints.test_flow import walk
from tests.supervision.cast import JUDGED, SERVICE

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


def shown(signed_in, user, case):
    """The numbers of the findings the page of the matter tells this person of."""
    panels = signed_in(user).get(case.get_absolute_url()).context["panels"]
    return [finding.number for panel in panels for finding in panel.get("findings", ())]


def test_the_matter_tells_of_it_to_the_group_and_to_the_unit_only_once_a_measure_was_taken(late, clerk, operator, cast, at, signed_in):
    finding = Finding.objects.get()
    assert [shown(signed_in, user, late) for user in (cast.county, clerk, operator)] == [[finding.number], [], []]
    engine.take(finding, "confirm", by=cast.official, at=at + LATE, note="属实。", **JUDGED)
    assert shown(signed_in, clerk, late) == []
    engine.take(finding, "notify", by=cast.official, at=at + LATE, note="予以通报。")
    assert [shown(signed_in, user, late) for user in (cast.county, clerk, operator)] == [[finding.number], [finding.number], []]


def test_a_notice_names_the_matter_and_leads_the_unit_to_it(late, clerk, cast, at, signed_in):
    finding = engine.take(Finding.objects.get(), "confirm", by=cast.official, at=at + LATE, note="属实。", **JUDGED)
    engine.take(finding, "order", by=cast.county, at=at + LATE, note="逐件答复。")
    order = Order.objects.get()
    assert f"12345接诉即办 {late.number} 的“" in order.facts
    assert order.facts.endswith("至今未履行。")
    assert "送达之日起 30" in signed_in(cast.county).get(order.get_absolute_url()).content.decode()
    engine.take(order, "serve", by=cast.county, at=at + LATE, **SERVICE)
    page = signed_in(clerk).get(order.get_absolute_url()).content.decode()
    assert f'href="{late.get_absolute_url()}"' in page
    assert "履行后才能通过复查" in page
