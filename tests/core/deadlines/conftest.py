"""A complaint on its way, so that clocks of every kind run on it."""

from datetime import datetime, timedelta

import pytest

from disputes.complaints.terms import HANDLE
from governance.calendar.workdays import SHANGHAI
from governance.deadlines.ledger import Ledger
from governance.deadlines.models import Deadline
from governance.flow.engine import take
from governance.timeline.models import Event


def moment(day, hour=0, minute=0, *, month=11, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


def dispatched(complaint, operator, office, *, at):
    complaint = take(complaint, "classify", by=operator, at=at, kind="complaint", category=complaint.category, urgency="normal")
    return take(complaint, "dispatch", by=operator, at=at + timedelta(minutes=10), office=office)


def clock_of(case, term):
    return Deadline.objects.of(case).filter(term=term.name).latest("started_at")


def told(case):
    """What the timeline says of the case's clocks, in order: (kind, moment, term)."""
    events = Event.objects.of(case).filter(kind__startswith="deadline.").order_by("sequence")
    return [(event.kind.removeprefix("deadline."), event.at, event.data["term"]) for event in events]


@pytest.fixture
def waiting(complaint, operator, clerk, at):
    """Dispatched on Monday 23 November at 10:10: five working days to handle it, till the end of Monday 30."""
    return dispatched(complaint, operator, clerk.acting_post.office, at=at)


@pytest.fixture
def handle(waiting):
    return clock_of(waiting, HANDLE)


@pytest.fixture
def ledger(waiting):
    """The clocks of the waiting complaint, read afresh."""
    return Ledger(waiting)
