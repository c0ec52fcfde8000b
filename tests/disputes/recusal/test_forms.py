"""Naming the accused: by the resident, by the clerk, by the dispatcher; and what the pages say of it."""

import pytest
from django.urls import reverse

from disputes.complaints.models import Complaint
from governance.web.offices import label_of, offices_named
from tests import actors
from tests.disputes.complaints.public.resident import Resident, text


@pytest.fixture
def resident(client, settings):
    settings.PUBLIC_POSTS_PER_HOUR = 1000
    return Resident(client)


def test_a_resident_names_the_office_and_reads_who_handles_it(resident, town):
    complaint, code = resident.file(against=town.name)
    assert complaint.against == town
    resident.track(complaint.number, code)
    page = text(resident.client.get(reverse("tracked", args=[complaint.number])))
    assert "由它的上一级办理" in page


def test_the_question_may_stay_open(resident, offices):
    complaint, _code = resident.file(against="")
    assert (complaint.against, complaint.barred_ids) == (None, [])


def test_the_page_before_sending_names_it(resident, town):
    assert town.name in text(resident.fill(against=town.name))


def test_an_unknown_office_is_told_beside_the_field_and_nothing_is_lost(resident, offices):
    page = resident.fill(against="查无此局")
    assert set(page.context["form"].errors) == {"against"}
    assert "查无此局" in text(page)


def test_a_name_of_several_offers_each_of_them_as_a_button(resident, offices):
    for code in (actors.VILLAGE, actors.OTHER_VILLAGE):
        actors.office("committee", code)
    page = resident.press("find_office", against="社区")
    assert len(page.context["accused"]) >= 2
    chosen = page.context["accused"][0]
    assert resident.press("use_office", value=chosen).context["form"].initial["against"] == chosen


def test_a_label_means_exactly_one_office(offices):
    for office in offices.values():
        assert offices_named(label_of(office)) == [office]


@pytest.mark.parametrize("said", ["{0}", "{0}办", "{0}办事处", "{1}办事处"])
def test_a_township_is_found_by_what_people_call_it(town, said):
    actors.office("committee", actors.TOWNSHIP)
    name = town.place.name
    assert offices_named(said.format(name, name.removesuffix("街道"))) == [town]


def test_a_government_is_found_by_its_short_word(offices):
    government = actors.office("government", actors.COUNTY)
    assert offices_named(f"{government.place.name}政府") == [government]
    assert len(offices_named(government.place.name)) > 1


def test_a_dispatcher_names_it_by_a_step(signed_in, operator, complaint, town):
    url = reverse("complaints_take_step", args=[complaint.number, "name_accused"])
    client = signed_in(operator)
    assert label_of(town) in client.get(url).content.decode()
    assert client.post(url, {"against": "没有的单位", "note": "来电人指明。"}).status_code == 422
    assert client.post(url, {"against": town.name, "note": "来电人指明。"}).status_code == 302
    assert Complaint.objects.get().against == town


def test_the_dispatch_offers_the_level_above_alone(signed_in, operator, accusation, town):
    Complaint.objects.filter(pk=accusation.pk).update(state="classified")
    page = signed_in(operator).get(reverse("complaints_take_step", args=[accusation.number, "dispatch"]))
    offered = set(page.context["form"].fields["office"].queryset)
    assert offered
    assert all(len(office.place.path) < len(town.place.path) for office in offered)


def test_list_and_case_say_so_to_whoever_may_see_it(signed_in, operator, accusation, town):
    client = signed_in(operator)
    assert "反映单位" in client.get(reverse("complaints_list")).content.decode()
    page = client.get(accusation.get_absolute_url()).content.decode()
    assert town.name in page
    assert "由上一级办理" in page
