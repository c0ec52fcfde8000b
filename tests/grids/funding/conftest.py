"""A county's duty in force since the year began, and the townships whose grids carry it."""

from types import SimpleNamespace

import pytest

from governance.flow import engine
from governance.people.enums import OfficeType, Role
from grids.funding.models import Allotment
from grids.funding.services import open_year, owe_until_then
from tests import actors
from tests.grids import makers

OTHER_GRID = {"code": f"{actors.OTHER_TOWNSHIP}001"}


@pytest.fixture
def payer(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="gas", name="燃气经办人")


@pytest.fixture
def decider(offices):
    return actors.actor(Role.LEADING_OFFICE)


@pytest.fixture
def duty(payer):
    return makers.duty(office=payer.acting_post.office)


@pytest.fixture
def grids(offices):
    """Two in the home township, one in the next."""
    actors.office(OfficeType.TOWNSHIP, actors.OTHER_TOWNSHIP)
    return [makers.grid(serial=1), makers.grid(serial=2), makers.grid(**OTHER_GRID)]


@pytest.fixture
def opened(duty, grids, at):
    return open_year(duty, at=at)


@pytest.fixture
def allotment(opened):
    """What is owed to the home township: 300 × 2 grids × 12 months."""
    return Allotment.objects.get(receiver__place__code=actors.TOWNSHIP)


@pytest.fixture
def paying(payer, at):
    def pay(case, amount, at=at, by=payer):
        case = Allotment.objects.get(pk=case.pk)
        return engine.take(case, "pay", by=by, at=at, amount=amount, paid_on=at.date(), voucher="2026-118")

    return pay


@pytest.fixture
def receiving(clerk, at):
    def receive(case, step, note="", by=clerk, at=at):
        return engine.take(Allotment.objects.get(pk=case.pk), step, by=by, at=at, note=note)

    return receive


@pytest.fixture
def settled_until(at):
    """The duty leaves the list on a day, as the flow of its admission tells it."""

    def leave(duty, day):
        duty.in_force_until = day
        duty.save()
        owe_until_then(SimpleNamespace(duty_id=duty.pk), SimpleNamespace(at=at))

    return leave
