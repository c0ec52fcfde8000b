"""An auditor of the city and one of the home county, and a complaint with a few steps in each county."""

import pytest

from governance.flow.engine import take
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.core.deadlines.conftest import dispatched


@pytest.fixture(autouse=True)
def today(at, time_machine):
    time_machine.move_to(at, tick=False)


@pytest.fixture
def auditor(db):
    return actors.actor(Role.AUDITOR)


@pytest.fixture
def county_auditor(db):
    return actors.actor(Role.AUDITOR, actors.COUNTY)


@pytest.fixture
def case(complaint, operator, clerk, at):
    """A complaint of the home village with four events."""
    return take(dispatched(complaint, operator, clerk.acting_post.office, at=at), "sign", by=clerk, at=at)


@pytest.fixture
def elsewhere(filing):
    """A complaint of another county."""
    actors.office(OfficeType.CENTRE, actors.OTHER_COUNTY)
    return filing(code=actors.OTHER_COUNTY).complaint
