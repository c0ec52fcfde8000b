"""Who compiles and who approves the index."""

import pytest

from governance.people.enums import OfficeType, Role
from tests import actors
from tests.emergencies.safety_index import scenes


@pytest.fixture
def compiler(offices):
    return actors.actor(Role.CENTRE_OFFICER, actors.CITY)


@pytest.fixture
def approver(offices):
    return actors.actor(Role.LEADING_OFFICE, actors.CITY, kind=OfficeType.LEADING_GROUP)


@pytest.fixture
def month_ago(at):
    """A moment of the month the index is of."""
    return at.replace(month=10, day=15)


@pytest.fixture
def city(offices, month_ago):
    """Inhabitants everywhere, twenty cases in every county."""
    scenes.inhabited()
    scenes.counted_by(scenes.FIGURE)
    scenes.spread(20, at=month_ago)


@pytest.fixture
def edition(city, at):
    return scenes.drafted(at)


@pytest.fixture
def sent(edition, compiler, at):
    return scenes.submitted(edition, compiler, at)
