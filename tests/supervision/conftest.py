"""A small city of complaints, every kind of outcome at several places and in several months."""

from datetime import datetime, timedelta
from itertools import cycle

import pytest

from disputes.complaints.models import Complaint
from governance.calendar.workdays import SHANGHAI
from supervision.indicators.services import recount_all
from tests import actors
from tests.conftest import MONDAY
from tests.supervision.cast import gathered

PLACES = (actors.VILLAGE, actors.OTHER_VILLAGE, actors.OTHER_TOWNSHIP, actors.OTHER_COUNTY, actors.CITY, actors.VILLAGE)
OUTCOMES = (
    {},
    {"contact_kept": True},
    {"contact_kept": True, "handle_kept": True, "state": "closed", "solved": "yes", "satisfaction": "satisfied"},
    {"contact_kept": False, "handle_kept": True, "state": "closed", "solved": "partly", "satisfaction": "fairly"},
    {"contact_kept": True, "handle_kept": False, "state": "replied", "solved": "no", "satisfaction": "dissatisfied"},
)
MONTHS = (MONDAY, MONDAY - timedelta(days=31), MONDAY - timedelta(days=200))


@pytest.fixture(autouse=True)
def today(time_machine):
    """The dashboard's running month is that of the tests."""
    time_machine.move_to(MONDAY, tick=False)


@pytest.fixture
def cast(db):
    return gathered()


@pytest.fixture
def city(filing):
    """Thirty complaints: six places, five outcomes, three months; the figures counted."""
    months = cycle(MONTHS)
    for code in PLACES:
        for outcome in OUTCOMES:
            at = next(months)
            become(filing(at=at, code=code).complaint, at=at, **outcome)
    recount_all("complaints", at=MONDAY)


def become(complaint, *, at, **outcome):
    """Write what would have become of a complaint, without walking the way there."""
    closed_at = at if outcome.get("state") == "closed" else None
    Complaint.objects.filter(pk=complaint.pk).update(closed_at=closed_at, **outcome)


def midnight(year, month, day):
    return datetime(year, month, day, tzinfo=SHANGHAI)
