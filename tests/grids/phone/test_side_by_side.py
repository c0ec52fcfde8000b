"""The same draft ten times at the same moment, real transactions: one report, its photographs once."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from governance.files.models import Attachment
from governance.people.enums import OfficeType, Role
from governance.web.furniture import person_key
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from grids.reports.models import Report
from tests import actors
from tests.grids import makers
from tests.grids.phone.conftest import WORDS, two_photographs
from tests.web.test_side_by_side import at_once

TIMES = 10


@pytest.fixture
def worker(lasting):
    for kind, code in ((OfficeType.TOWNSHIP, actors.TOWNSHIP), (OfficeType.VILLAGE, actors.VILLAGE)):
        actors.office(kind, code)
    person = actors.actor(Role.GRID_WORKER)
    assign(makers.grid(), person.acting_post, Duty.RESPONSIBLE, by=None, at=timezone.now())
    return person


@pytest.fixture
def phone(worker):
    client = Client()
    client.force_login(worker, backend="governance.people.backends.PeopleBackend")
    return client


def test_ten_sendings_at_once_make_one_report(worker, phone):
    facts = {"kind": "facility", "grid": makers.grid().pk, "description": WORDS, "then": "pass_on", "person": person_key(worker)}
    facts["submission"] = "6f8f3e0e-5f5c-4a9b-9d55-0f5f3d1f2a10"
    cookies = phone.cookies

    def send():
        one = Client()
        one.cookies = cookies
        return one.post(reverse("phone_sending"), {**facts, "files": two_photographs()}).json()

    answers = at_once(*[send] * TIMES)
    report = Report.objects.get()
    assert {answer["number"] for answer in answers} == {report.number}
    assert Attachment.objects.of(report).count() == 2
