"""The cascade works without JavaScript, and may stop where the person's knowledge stops."""

import pytest

from tests import actors

COUNTY_ONLY = {"place_county": "150102", "place_township": None, "place_village": None}


def names(page):
    return [level["name"] for level in page.context["draft"].cascade.levels]


def test_a_button_shows_the_next_level_and_keeps_what_was_typed(resident):
    page = resident.press("choose_place", **COUNTY_ONLY)
    assert names(page) == ["place_county", "place_township"]
    assert page.context["form"].initial["phone"] == "13812345678"
    assert page.status_code == 200


def test_the_third_level_follows_the_second(resident):
    page = resident.press("choose_place", place_village=None)
    assert names(page) == ["place_county", "place_township", "place_village"]


def test_a_level_never_shown_is_offered_once(resident):
    page = resident.fill(**COUNTY_ONLY)
    assert page.context["unseen"]["name"] == "place_township"
    assert "rows" not in page.context


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        ({"place_township": "", "place_village": None}, "150102"),
        ({"place_village": ""}, actors.TOWNSHIP),
    ],
)
def test_whoever_does_not_know_may_stop_at_county_or_township(resident, chosen, code):
    complaint, _code = resident.file(**chosen)
    assert complaint.place.code == code


def test_after_another_county_its_own_townships_are_offered(resident):
    page = resident.fill(place_county=actors.OTHER_COUNTY)
    assert page.context["draft"].cascade.place.code == actors.OTHER_COUNTY
    assert page.context["unseen"]["name"] == "place_township"


def test_no_county_no_place(resident):
    assert set(resident.fill(place_county="").context["form"].errors) == {"place"}
