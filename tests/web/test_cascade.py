"""The place selects: level by level, only within reach, and a broken chain is no choice."""

import pytest
from django.test import RequestFactory

from governance.places.models import Place
from governance.web.cascade import asks_next_level, cascade_of, with_place
from tests import actors

pytestmark = pytest.mark.django_db
ALL = {"place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}


def asked(data=None, *, within="1501", method="post", **kwargs):
    request = getattr(RequestFactory(), method)("/", data or {})
    return cascade_of(request, Place.objects.in_use().within_any([within]), **kwargs), request


def names(cascade):
    return [level["name"].removeprefix("place_") for level in cascade.levels]


def test_it_begins_with_the_county_and_nothing_chosen():
    cascade, _request = asked()
    assert names(cascade) == ["county"]
    assert cascade.value == ""
    assert len(cascade.levels[0]["options"]) == Place.objects.in_use().at("county").count()


@pytest.mark.parametrize("method", ["get", "post"])
def test_each_choice_shows_the_next_level(method):
    cascade, _request = asked({"place_county": actors.COUNTY}, method=method)
    assert names(cascade) == ["county", "township"]
    assert cascade.place.code == actors.COUNTY


def test_a_whole_chain_ends_at_the_village():
    cascade, request = asked(ALL)
    assert cascade.place.code == actors.VILLAGE
    assert with_place(request, cascade)["place"] == str(cascade.place.pk)


def test_a_chain_through_two_counties_is_cut_and_chooses_nothing():
    cascade, request = asked({**ALL, "place_county": actors.OTHER_COUNTY})
    assert names(cascade) == ["county", "township"]
    assert with_place(request, cascade)["place"] == ""


def test_a_place_out_of_reach_is_no_choice():
    cascade, request = asked({"place_township": actors.OTHER_TOWNSHIP}, within=actors.TOWNSHIP)
    assert with_place(request, cascade)["place"] == ""


def test_levels_out_of_reach_are_left_out():
    cascade, _request = asked(within=actors.TOWNSHIP)
    assert names(cascade) == ["township", "village"]
    assert cascade.place.code == actors.TOWNSHIP


def test_a_single_village_is_chosen_by_itself():
    cascade, _request = asked(within=actors.VILLAGE)
    assert cascade.place.code == actors.VILLAGE


def test_without_reach_there_is_nothing_to_choose():
    request = RequestFactory().get("/")
    cascade = cascade_of(request, Place.objects.in_use().within_any([]))
    assert (cascade.levels, cascade.value) == ([], "")


def test_it_starts_with_the_place_of_the_case_until_something_is_chosen():
    assert asked(start=actors.VILLAGE)[0].place.code == actors.VILLAGE
    assert asked({"place_county": actors.OTHER_COUNTY}, start=actors.VILLAGE)[0].place.code == actors.OTHER_COUNTY


def test_the_button_that_shows_the_next_level_is_known():
    assert asks_next_level(RequestFactory().post("/", {"choose_place": "1"}))
    assert not asks_next_level(RequestFactory().post("/", {}))
