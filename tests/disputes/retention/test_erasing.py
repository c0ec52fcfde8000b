"""Contact data go when their time is over; the case and its figures stay."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes.complaints.enums import State
from disputes.complaints.indicators import INDICATORS
from disputes.complaints.models import Complaint
from disputes.retention.rules import kept_until, surely_over
from disputes.retention.services import PERIOD, erasable, erase_due, period
from disputes.retention.tasks import erase_contacts
from governance.calendar.workdays import SHANGHAI, Calendar
from governance.deadlines.services import change_limit
from governance.timeline.models import Event
from tests.disputes.complaints.test_flow import walk

YEARS = {"amount": 3, "unit": "years", "calendar": Calendar()}
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine proves nothing
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2036, 1, 1), timezones=st.just(SHANGHAI))


@pytest.fixture
def closed(complaint, operator, clerk, at):
    return walk(complaint, operator, clerk, at)


@pytest.fixture
def over(closed):
    return kept_until(closed.closed_at, **YEARS)


@PATIENT
@given(at=MOMENTS, days=st.integers(1, 900), amount=st.integers(1, 10), unit=st.sampled_from(["days", "months", "years"]))
def test_nothing_is_ever_erased_too_early(at, days, amount, unit):
    facts = {"amount": amount, "unit": unit, "calendar": Calendar()}
    closed_at = surely_over(at, **facts) - timedelta(minutes=days)
    assert kept_until(closed_at, **facts) <= at


def test_three_years_are_the_default_and_say_so(at, db):
    assert (period(at=at).amount, period(at=at).unit, period(at=at).mark) == (3, "years", "M")


def test_before_its_time_nothing_is_erased(closed, over):
    assert erase_due(at=over - timedelta(hours=1)) == 0


def test_what_is_erased_and_what_stays(closed, over):
    figures = {one.code: one.numerator(Complaint.objects.all()).count() for one in INDICATORS}
    assert erase_due(at=over + timedelta(days=2)) == 1
    gone = Complaint.objects.get(pk=closed.pk)
    assert (str(gone.reporter_name), str(gone.reporter_phone), gone.phone_index, gone.resident) == ("", "", "", None)
    assert (gone.erased_at, gone.description, gone.state) == (over + timedelta(days=2), closed.description, State.CLOSED)
    assert {one.code: one.numerator(Complaint.objects.all()).count() for one in INDICATORS} == figures
    assert Event.objects.of(gone).latest("sequence").kind == "complaints.erase_contact"


def test_twice_is_once(closed, over):
    later = over + timedelta(days=2)
    assert [erase_due(at=later), erase_due(at=later)] == [1, 0]
    assert Event.objects.of(closed).filter(kind="complaints.erase_contact").count() == 1


def test_the_task_may_run_twice(closed):
    assert [erase_contacts(), erase_contacts()] in ([0, 0], [1, 0])


def test_batches_go_on_until_nothing_is_left(filing, operator, clerk, at, over):
    for _number in range(3):
        walk(filing().complaint, operator, clerk, at)
    assert erase_due(at=over + timedelta(days=2), batch=2) == 4


WAITS = ({"reopening_asked": True}, {"review_on": "2030-01-01", "outcome": "long_term"}, {"state": "handling", "closed_at": None})


@pytest.mark.parametrize("waits", WAITS)
def test_what_still_waits_for_a_word_is_kept(waits, closed, over):
    Complaint.objects.filter(pk=closed.pk).update(**waits)
    assert not erasable(at=over + timedelta(days=2)).exists()


def test_an_administrator_s_period_holds(closed, over, at):
    change_limit(period(at=at), at=at, amount=1)
    assert period(at=at + timedelta(days=1)).code == PERIOD
    assert erasable(at=over - timedelta(days=700)).exists()


def test_the_database_keeps_no_telephone_of_what_is_erased(closed, at):
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=closed.pk).update(erased_at=at)
