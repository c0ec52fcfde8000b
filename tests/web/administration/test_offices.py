"""Offices."""

import pytest
from django.urls import reverse

from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.web.models import ActKind, AdministrativeAct
from tests import actors

pytestmark = pytest.mark.django_db
NEW = {
    "code": "bureau-x",
    "name": "新城区住房和城乡建设局",
    "short_name": "新城区住建局",
    "type": "bureau",
    "kind": "departmental",
    "trade": "住建",
    "phone": "",
}


def changed(office, **facts):
    return {"name": office.name, "short_name": office.short_name, "phone": "", "active": "on", **facts}


def test_a_county_lists_its_own_offices_alone(as_county):
    here, elsewhere = (
        actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP),
        actors.office(OfficeType.CENTRE, actors.OTHER_COUNTY),
    )
    shown = as_county.get(reverse("offices")).context["page"].rows
    assert here in shown
    assert elsewhere not in shown


def test_the_list_counts_who_serves_now(as_city, clerk_here):
    rows = as_city.get(reverse("offices"), {"type": "township"}).context["page"].rows
    assert [(row.pk, row.serving) for row in rows] == [(clerk_here.acting_post.office_id, 1)]


def test_a_new_office_stands_at_the_chosen_place(as_city):
    as_city.post(reverse("office_create") + f"?at={actors.COUNTY}", NEW)
    office = Office.objects.get(code="bureau-x")
    assert (office.place.code, office.kind) == (actors.COUNTY, OfficeKind.DEPARTMENTAL)
    assert AdministrativeAct.objects.about(office).get().kind == ActKind.OFFICE_CREATED


def test_an_office_of_a_place_has_no_trade(as_city):
    answer = as_city.post(reverse("office_create") + f"?at={actors.COUNTY}", {**NEW, "kind": "territorial"})
    assert "trade" in answer.context["form"].errors


def test_a_county_founds_no_office_outside_itself(as_county):
    assert as_county.post(reverse("office_create") + f"?at={actors.OTHER_COUNTY}", NEW).status_code == 404


def test_the_place_is_chosen_first(as_city):
    answer = as_city.get(reverse("office_create"), {"place": actors.TOWNSHIP})
    assert f"?at={actors.TOWNSHIP}" in answer.content.decode()


def test_a_change_is_saved_and_noted(as_city):
    office = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    as_city.post(reverse("office_edit", args=[office.pk]), changed(office, phone="0471-7654321"))
    assert Office.objects.get(pk=office.pk).phone == "0471-7654321"
    assert AdministrativeAct.objects.about(office).get().data["before"]["phone"] == ""


def test_an_office_where_people_serve_stays_in_use(as_city, clerk_here):
    office = clerk_here.acting_post.office
    given = changed(office)
    del given["active"]
    answer = as_city.post(reverse("office_edit", args=[office.pk]), given)
    assert "1 个在任岗位" in answer.content.decode()
    assert Office.objects.get(pk=office.pk).active


def test_an_empty_office_can_be_closed(as_city):
    office = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    given = changed(office)
    del given["active"]
    as_city.post(reverse("office_edit", args=[office.pk]), given)
    assert not Office.objects.get(pk=office.pk).active
