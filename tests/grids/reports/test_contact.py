"""The contact of a matter is sealed: masked on the page, opened for a purpose by those who handle it, each opening on record."""

import pytest
from django.urls import reverse

from governance.people.enums import Role
from governance.privacy.models import Opening
from grids.reports.models import Report
from tests import actors
from tests.grids.walking import walk

NAME, PHONE = "李四", "13800000002"


@pytest.fixture
def known(reporting):
    return reporting(name=NAME, phone=PHONE)


def contact(report):
    return reverse("reports_contact", args=[report.number])


def test_the_page_shows_a_mask(signed_in, village_clerk, known):
    page = signed_in(village_clerk).get(known.get_absolute_url()).content.decode()
    assert PHONE not in page
    assert "说明用途后查看" in page


def test_who_handles_it_opens_it_for_a_purpose_and_that_is_kept(signed_in, village_clerk, known):
    client = signed_in(village_clerk)
    assert client.post(contact(known), {"purpose": ""}).status_code == 422
    assert client.post(contact(known), {"purpose": "legal"}).status_code == 422
    page = client.post(contact(known), {"purpose": "contact"}).content.decode()
    assert NAME in page
    assert PHONE in page
    assert Opening.objects.filter(by=village_clerk).count() == 2


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LEADING_OFFICIAL])
def test_who_reads_figures_opens_no_contact(signed_in, known, role):
    assert signed_in(actors.actor(role)).get(contact(known)).status_code == 403


def test_a_station_that_does_not_hold_it_finds_none(signed_in, known, stations, at):
    assert signed_in(stations["township"]).get(contact(known)).status_code == 404
    walk(known, stations, at, until="pass_to_township")
    assert signed_in(stations["township"]).get(contact(known)).status_code == 200


def test_without_a_contact_there_is_nothing_to_open(signed_in, village_clerk, report):
    assert signed_in(village_clerk).get(contact(report)).status_code == 404


def test_nothing_lies_open_in_the_table(known):
    row = Report.objects.filter(pk=known.pk).values_list("contact_name", "contact_phone").get()
    assert PHONE not in str([str(value) for value in row])
