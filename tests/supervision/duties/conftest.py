"""A county that answers for its own, and one document the township owes."""

import pytest

from governance.people.enums import OfficeType, Role
from supervision.duties.models import DutyState
from supervision.duties.services import refresh
from tests import actors
from tests.supervision.makers import leading_groups

DOCUMENT = {"title": "年度社会治理工作情况报告", "document_number": "新城社治发〔2026〕3号", "issued_on": "2026-11-20", "note": ""}


@pytest.fixture
def clerk(db):
    """Of the home township."""
    return actors.actor(Role.TOWNSHIP_CLERK)


@pytest.fixture
def chief(db):
    """Of the home county's leading group's office."""
    leading_groups()
    return actors.actor(Role.LEADING_OFFICE)


@pytest.fixture
def city_chief(db):
    leading_groups()
    return actors.actor(Role.LEADING_OFFICE, actors.CITY)


@pytest.fixture
def ledger(clerk, chief, at):
    """Everything checked once."""
    actors.office(OfficeType.VILLAGE, actors.VILLAGE)
    refresh(2026, at=at)


@pytest.fixture
def row(ledger):
    """The yearly report of the home township: not due before December."""
    return state_of("5-3-township")


def state_of(code, path=None):
    rows = DutyState.objects.told().filter(code=code)
    return rows.get(place_path=path) if path else rows.get()
