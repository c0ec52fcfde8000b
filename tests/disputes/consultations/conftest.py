"""Two bureaus of a county that each think the other one is in charge, and the centre above them."""

import pytest

from disputes.consultations.models import Consultation
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors


@pytest.fixture
def housing(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, name="住建经办人")


@pytest.fixture
def health(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="health", name="卫健经办人")


@pytest.fixture
def officer(offices):
    """Of the county's centre."""
    return actors.actor(Role.CENTRE_OFFICER)


@pytest.fixture
def city_officer(offices):
    return actors.actor(Role.CENTRE_OFFICER, actors.CITY)


@pytest.fixture
def neighbour(offices):
    """A clerk of a township in another county."""
    where = f"{actors.OTHER_COUNTY}001"
    actors.office(OfficeType.CENTRE, actors.OTHER_COUNTY)
    return actors.actor(Role.TOWNSHIP_CLERK, where)


@pytest.fixture
def dispatched(complaint, operator, housing, at):
    """A complaint that was given to the housing bureau."""
    engine.take(complaint, "classify", by=operator, at=at, kind="complaint", category=complaint.category, urgency="normal")
    return engine.take(complaint, "dispatch", by=operator, at=at, office=housing.acting_post.office)


@pytest.fixture
def asking(dispatched, housing, at):
    """The bureau asks for a consultation with others: `asking(offices, areas)`."""

    def ask(*people, areas=(), by=housing):
        invited = [person.acting_post.office for person in people]
        engine.take(dispatched, "ask_consultation", by=by, at=at, note="职责有交叉。", offices=invited, areas=[*areas])
        return Consultation.objects.get()

    return ask


@pytest.fixture
def consultation(asking, health):
    return asking(health)


def speak(consultation, person, stance, at):
    return engine.take(consultation, "state", by=person, at=at, note="依据三定方案。", stance=stance)
