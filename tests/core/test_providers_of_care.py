"""Providers of care are no public bodies: they see what they are given, and nothing is sent to them as to an authority."""

import pytest
from django.db import IntegrityError

from governance.people.enums import OfficeKind, OfficeType, Role
from governance.people.models import Office
from governance.people.services import roles_at
from governance.web.administration.offices.forms import NewOfficeForm
from governance.web.offices import offices_named, offices_of
from tests import actors

pytestmark = pytest.mark.django_db


def test_the_role_stands_at_a_provider_alone():
    offices = [Office(type=kind) for kind in OfficeType.values]
    assert {office.type for office in offices if Role.CARE_PROVIDER in roles_at(office)} == {OfficeType.PROVIDER}


def test_a_provider_never_reaches_over_an_area():
    with pytest.raises(IntegrityError):
        Office.objects.filter(pk=actors.office(OfficeType.PROVIDER, actors.COUNTY).pk).update(kind=OfficeKind.TERRITORIAL, trade="")


def test_the_form_says_so_beside_the_field():
    form = NewOfficeForm({"code": "p", "name": "某社工站", "short_name": "社工站", "type": "provider", "kind": "territorial"})
    assert "kind" in form.errors


def test_a_provider_is_not_offered_as_an_authority():
    provider = actors.office(OfficeType.PROVIDER, actors.COUNTY)
    assert offices_named(provider.name) == []
    assert provider not in offices_of(provider.place.path)
