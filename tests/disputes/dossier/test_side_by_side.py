"""Filed at the same moment, with real transactions: every file has its own number, and none is missing."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from disputes.dossier.models import Dossier
from disputes.mediation.models import Mediation
from disputes.mediation.services import PartyFacts, open_mediation
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.conftest import MONDAY
from tests.disputes.mediation.conftest import in_the_file

MANY = 4


@pytest.fixture
def mediator(lasting):
    actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP)
    found = actors.actor(Role.MEDIATOR)
    yield found
    Dossier.objects.all().delete()


def ended(mediator):
    """A case without agreement whose file is whole."""
    facts = {"kind": "neighbour", "description": "楼上渗水。", "parties": [PartyFacts("applicant", "张三")]}
    case = open_mediation(at=MONDAY, place=actors.place(actors.VILLAGE), **facts).mediation
    Mediation.objects.filter(pk=case.pk).update(state="ended", outcome="ended", settled_at=MONDAY, mediator=mediator)
    case = Mediation.objects.get(pk=case.pk)
    in_the_file(case, mediator, MONDAY)
    return case


def test_numbers_are_given_one_after_another(mediator):
    cases, start = [ended(mediator) for _number in range(MANY)], Barrier(MANY)

    def work(case):
        try:
            start.wait(timeout=10)
            return engine.take(case, "file", by=mediator, at=MONDAY).dossier.serial
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        serials = [future.result(timeout=60) for future in [pool.submit(work, case) for case in cases]]
    assert sorted(serials) == list(range(1, MANY + 1))
