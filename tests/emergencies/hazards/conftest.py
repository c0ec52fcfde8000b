"""A hazard of the manager's mall, reported by the township, and the people around it."""

import pytest

from governance.people.enums import OfficeType, Role
from tests import actors
from tests.conftest import MONDAY
from tests.emergencies.hazards.scenes import reported


@pytest.fixture
def fire(offices):
    """The county's fire brigade, which supervises what is reported of fire."""
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="fire")


@pytest.fixture
def colleague(fire):
    """Another person of the fire brigade."""
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="fire")


@pytest.fixture
def centre(offices):
    return actors.actor(Role.CENTRE_OFFICER)


@pytest.fixture
def site(manager):
    return manager.acting_post.office


@pytest.fixture
def reporting(clerk, fire):
    """Reports a hazard; facts can be overridden."""
    return lambda at=MONDAY, by=None, **facts: reported(at, by or clerk, **facts)


@pytest.fixture
def hazard(reporting):
    return reporting()


@pytest.fixture
def township(offices):
    return offices[OfficeType.TOWNSHIP, actors.TOWNSHIP]
