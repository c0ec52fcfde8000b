"""Filing: the form, the page 核对, and what is kept."""

import pytest
from django.urls import reverse

from disputes.complaints.enums import Source, State
from disputes.complaints.models import Category, Complaint
from governance.places.models import Place
from tests import actors
from tests.disputes.complaints.public.resident import NAME, PHONE, STORY, text


def errors(page):
    return set(page.context["form"].errors)


def test_a_filing_becomes_a_registered_complaint_from_the_web(resident):
    complaint, _code = resident.file()
    assert (complaint.state, complaint.source, complaint.description) == (State.REGISTERED, Source.WEB, STORY)
    assert complaint.place.code == actors.VILLAGE
    assert (str(complaint.reporter_phone), str(complaint.reporter_name)) == ("138****5678", "欧**")


def test_the_form_shows_the_emergency_notice_first(resident):
    page = text(resident.client.get(reverse("file_complaint")))
    assert page.index('class="emergency"') < page.index('name="kind"')


def test_an_empty_form_names_each_error_in_summary_and_beside_the_field(resident):
    nothing = {"kind": None, "description": None, "phone": None, "place_county": None}
    page = resident.fill(**nothing)
    assert page.status_code == 422
    assert errors(page) == {"kind", "description", "place", "phone"}
    assert text(page).count("请写明发生了什么事。") == 2
    assert 'href="#id_place_county"' in text(page)


@pytest.mark.parametrize(
    ("name", "value"),
    [("description", "太吵"), ("description", "长" * 2001), ("phone", "12"), ("kind", "gossip"), ("landmark", "远" * 121)],
)
def test_what_is_wrong_is_told_at_its_field(resident, name, value):
    assert errors(resident.fill(**{name: value})) == {name}


def test_nothing_typed_is_lost_on_an_error(resident):
    page = resident.fill(phone="12")
    form = page.context["form"]
    assert (form["description"].value(), form["name"].value(), form["phone"].value()) == (STORY, NAME, "12")
    assert [level["value"] for level in page.context["draft"].cascade.levels] == [
        "150102", actors.TOWNSHIP, actors.VILLAGE,
    ]  # fmt: skip


def test_line_breaks_count_once(resident):
    assert resident.fill(description="夜里油烟\r\n" * 333 + "油").status_code == 200


def test_the_page_before_sending_shows_every_answer_and_files_nothing(resident):
    page = resident.fill()
    for answer in (STORY, PHONE, NAME, "北门西侧", "投诉", "餐饮油烟"):
        assert answer in text(page)
    assert not Complaint.objects.exists()


def test_every_answer_has_its_way_back(resident):
    page = resident.fill()
    assert text(page).count('name="change"') == len(page.context["rows"])


def test_an_answer_can_be_changed_without_typing_the_others_again(resident):
    form = resident.change(resident.fill(), "landmark")
    values = form.context["form"].initial
    assert (values["description"], values["phone"], values["landmark"]) == (STORY, PHONE, "北门西侧")
    assert form.context["draft"].cascade.place == Place.objects.get(code=actors.VILLAGE)
    assert 'role="alert"' not in text(form)


def test_altered_answers_are_refused_and_nothing_is_filed(resident):
    page = resident.fill()
    answer = resident.submit(page, answers=page.context["answers"][:-2] + "xx")
    assert answer.url == reverse("file_complaint")
    assert not Complaint.objects.exists()


def test_a_category_withdrawn_meanwhile_brings_the_form_back_with_everything(resident):
    page = resident.fill()
    Category.objects.filter(name="餐饮油烟").update(active=False)
    answer = resident.submit(page)
    assert errors(answer) == {"category"}
    assert answer.context["form"]["phone"].value() == PHONE


def test_signs_of_danger_bring_the_emergency_lines_before_sending(resident):
    page = resident.fill(description="隔壁烧烤店后厨起火，油烟很大，浓烟进了楼道。")
    assert 'href="tel:119"' in text(page)
    assert 'class="emergency"' not in text(resident.fill())


def test_a_position_outside_the_city_is_refused(resident):
    assert errors(resident.fill(latitude="31.2", longitude="121.5")) == {"latitude", "longitude"}


def test_a_position_inside_the_city_is_kept(resident):
    complaint, _code = resident.file(latitude="40.84", longitude="111.75")
    assert (complaint.latitude, complaint.longitude) == (40.84, 111.75)


def test_half_a_position_is_none(resident):
    complaint, _code = resident.file(latitude="40.84")
    assert (complaint.latitude, complaint.longitude) == (None, None)


@pytest.mark.parametrize("tiles", ["", "https://tiles.example.gov.cn/{z}/{x}/{y}.png"])
def test_the_map_is_there_only_where_the_city_has_tiles(resident, settings, tiles):
    settings.MAP_TILES_URL = tiles
    page = text(resident.client.get(reverse("file_complaint")))
    assert ("js/pin.js" in page) == ("data-pin" in page) == bool(tiles)


def test_opening_the_page_before_sending_without_answers_leads_to_the_form(client):
    assert client.get(reverse("file_check")).url == reverse("file_complaint")
