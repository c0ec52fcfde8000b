"""A fire in the village's mall, told by the township, and the people around it."""

import pytest

from governance.people.enums import OfficeType, Role
from tests import actors
from tests.conftest import MONDAY
from tests.emergencies.incidents.scenes import reported, verified


@pytest.fixture
def fire(offices):
    """The county's fire brigade, which leads."""
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="fire")


@pytest.fixture
def city_duty(offices):
    """The city's emergency bureau."""
    return actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY, trade="emergency")


@pytest.fixture
def centre(offices):
    return actors.actor(Role.CENTRE_OFFICER)


@pytest.fixture
def reporting(clerk, fire, bureau, city_duty):
    """Reports an incident; facts can be overridden."""
    return lambda at=MONDAY, by=None, **facts: reported(at, by or clerk, **facts)


@pytest.fixture
def incident(reporting):
    return reporting()


@pytest.fixture
def handled(incident, fire, at):
    return verified(incident, fire, at)


@pytest.fixture
def township(offices):
    return offices[OfficeType.TOWNSHIP, actors.TOWNSHIP]
