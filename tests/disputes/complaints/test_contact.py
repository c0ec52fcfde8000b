"""Contact data are opened for a purpose by those who handle the case, and each opening is on record."""

import pytest
from django.urls import reverse

from disputes.complaints.models import Complaint
from governance.people.enums import Role
from governance.privacy.models import Opening
from tests import actors
from tests.disputes.complaints.test_flow import walk

HTMX = {"HTTP_HX_REQUEST": "true"}


def address(complaint):
    return reverse("complaints_contact", args=[complaint.number])


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_stated_purpose_opens_them_and_is_recorded(signed_in, operator, complaint, headers):
    answer = signed_in(operator).post(address(complaint), {"purpose": "contact", "reason": "核实地点"}, **headers)
    assert "13800000000" in answer.content.decode()
    assert "张三" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    facts = Opening.objects.of(complaint).values_list("field", "by", "purpose", "reason")
    assert set(facts) == {(field, operator.pk, "contact", "核实地点") for field in ("reporter_name", "reporter_phone")}


def test_asking_for_the_form_opens_nothing(signed_in, operator, complaint):
    page = signed_in(operator).get(address(complaint)).content.decode()
    assert "13800000000" not in page
    assert not Opening.objects.exists()


@pytest.mark.parametrize("facts", [{}, {"purpose": "curiosity"}, {"purpose": "legal", "reason": ""}, {"purpose": "self"}])
def test_without_a_fair_purpose_nothing_opens(signed_in, operator, complaint, facts):
    answer = signed_in(operator).post(address(complaint), facts)
    assert answer.status_code == 422
    assert "13800000000" not in answer.content.decode()
    assert not Opening.objects.exists()


def test_the_office_that_handles_may_open_them(signed_in, operator, clerk, complaint, at):
    walk(complaint, operator, clerk, at, until="sign")
    assert "13800000000" in signed_in(clerk).post(address(complaint), {"purpose": "contact"}).content.decode()


def test_an_office_that_does_not_handle_it_may_not(signed_in, clerk, complaint):
    assert signed_in(clerk).post(address(complaint), {"purpose": "contact"}).status_code == 404
    assert not Opening.objects.exists()


def test_a_secret_person_is_known_to_the_dispatchers_alone(signed_in, operator, clerk, filing, at):
    case = walk(filing(is_secret=True).complaint, operator, clerk, at, until="sign")
    assert signed_in(clerk).post(address(case), {"purpose": "contact"}).status_code == 404
    assert "13800000000" in signed_in(operator).post(address(case), {"purpose": "contact"}).content.decode()


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.ADMINISTRATOR])
def test_readers_open_nothing(signed_in, complaint, role):
    assert signed_in(actors.actor(role)).post(address(complaint), {"purpose": "contact"}).status_code == 403


def test_an_anonymous_report_has_nothing_to_open(signed_in, operator, filing):
    case = filing(kind="report", is_anonymous=True).complaint
    assert Complaint.objects.get(pk=case.pk).reporter_phone == ""
    assert signed_in(operator).get(address(case)).status_code == 404
