"""A figure below its floor is told of, once for its place and month; what is too small, too young or not answerable is not."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from governance import registry
from supervision.indicators.floors import FloorRefused, floored, set_floor
from supervision.indicators.models import Figure
from supervision.indicators.rules import STOCK
from supervision.indicators.services import below_floor
from tests import actors
from tests.conftest import MONDAY

pytestmark = pytest.mark.django_db
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
CODE = "complaints.on_time"


def keep(path, numerator, denominator, *, month=OCTOBER, code=CODE):
    Figure.objects.create(
        indicator=code, place_path=path, parent_path="", month=month, numerator=numerator, denominator=denominator, computed_at=MONDAY
    )


def told():
    return [(one.code, *rest) for one, *rest in below_floor(at=MONDAY)]


def test_a_county_and_a_township_below_the_floor_are_told_of(db):
    keep(actors.COUNTY, 31, 40)
    keep(actors.TOWNSHIP, 10, 30)
    assert told() == [(CODE, actors.COUNTY, OCTOBER, 31, 40), (CODE, actors.TOWNSHIP, OCTOBER, 10, 30)]


@pytest.mark.parametrize(
    ("path", "numerator", "denominator", "more"),
    [
        (actors.COUNTY, 32, 40, {}),  # just at the floor
        (actors.COUNTY, 0, 29, {}),
        (actors.COUNTY, 0, 90, {"month": NOVEMBER}),  # not over yet
        (actors.COUNTY, 0, 90, {"month": date(2026, 9, 1)}),
        (actors.COUNTY, 0, 90, {"code": "complaints.solved"}),  # no floor
        (actors.COUNTY, 0, 90, {"month": STOCK}),  # kept under a key that is not its own
        (actors.CITY, 0, 90, {}),
        (actors.VILLAGE, 0, 90, {}),
    ],
)
def test_what_is_not_below_its_floor_is_not_told_of(db, path, numerator, denominator, more):
    keep(path, numerator, denominator, **more)
    assert told() == []


def test_a_floor_belongs_to_a_rate_for_which_higher_is_better():
    floors = [one for one in registry.declared("indicators") if one.floor is not None]
    assert len(floors) >= 5
    assert all(one.denominator and one.better == "higher" and Decimal(0) < one.floor <= 1 for one in floors)


def another(share, since, by):
    return set_floor(indicator(), share=share, since=since, reason="领导小组会议决定", by=by, at=MONDAY)


def indicator():
    return next(one for one in floored(NOVEMBER) if one.code == CODE)


def test_another_floor_holds_from_its_month_on_and_not_before(cast):
    keep(actors.COUNTY, 34, 40)
    another(90, NOVEMBER, cast.city)
    assert told() == []
    another(90, OCTOBER, cast.city)
    assert [(one.floor, path) for one, path, *_counts in below_floor(at=MONDAY)] == [(Decimal("0.9"), actors.COUNTY)]


def test_a_rate_can_have_none_or_get_one(cast):
    keep(actors.COUNTY, 10, 40)
    another(None, OCTOBER, cast.city)
    assert told() == []
    with pytest.raises(FloorRefused):
        another(None, NOVEMBER, cast.city)


def test_the_city_s_leading_group_changes_it_and_the_page_tells_who_and_why(signed_in, cast):
    client, url = signed_in(cast.city), reverse("dashboard_floor_edit", args=[CODE])
    facts = {"share": 85, "since": "2026-12", "reason": "领导小组第三次会议"}
    assert [*client.post(url, facts | {"share": 101, "reason": "", "since": "2026-10"}).context["form"].errors] == [
        "share",
        "since",
        "reason",
    ]
    assert [*client.post(url, facts | {"share": 80}).context["form"].errors] == ["share"]
    assert client.post(url, facts).status_code == 302
    told = client.get(reverse("dashboard_floors")).content.decode()
    assert "2026年12月起 85%" in told
    assert all(word in client.get(url).content.decode() for word in ("领导小组第三次会议", cast.city.name))


def test_nobody_else_changes_it(signed_in, cast):
    url = reverse("dashboard_floor_edit", args=[CODE])
    assert [signed_in(who).get(url).status_code for who in (cast.county, cast.official, cast.clerk)] == [403] * 3
    assert signed_in(cast.city).get(reverse("dashboard_floor_edit", args=["complaints.nothing"])).status_code == 404


def test_of_nothing_nothing_is_below():
    one = next(one for one in registry.declared("indicators") if one.code == CODE)
    assert not one.is_below_floor(0, 0)
    assert one.is_below_floor(79, 100)
    assert not one.is_below_floor(80, 100)
