"""The demo redraws through the services, once, and only where it may."""

from datetime import date
from itertools import combinations
from random import Random

import pytest
from shapely.geometry import shape

from governance.places.models import Place
from grids.households.demo.seed import seed as seed_counts
from grids.mesh.demo.outlines import OVERLAPPING, SOURCE, VILLAGES, drawn, strip
from grids.mesh.models import Grid, HouseholdCount
from grids.mesh.services import create_grid
from grids.redrawing.demo.seed import seed, seed_lately
from grids.redrawing.models import Redrawing
from tests import actors
from tests.grids import makers


@pytest.fixture
def told(at):
    said = []
    return {"rng": Random(1), "scale": "demo", "count": None, "at": at, "say": said.append}


@pytest.fixture
def city(offices, at):
    """Large, small and dedicated grids of another village than the home of the accounts."""
    for serial, households in enumerate((600, 520, 150, 200, 400), start=1):
        makers.grid(actors.OTHER_VILLAGE, serial, households=households, residents=households * 2)
    facts = {"name": "市场网格", "area": "市场内", "host": "农贸市场", "host_kind": "market", "supervision_phone": "0471-12345678"}
    return create_grid(place=actors.place(actors.OTHER_VILLAGE), kind="dedicated", active_from=date(2022, 11, 1), by=None, at=at, **facts)


def test_it_redraws_and_does_it_once(city, told):
    for _turn in range(2):
        seed(**told)
    assert set(Redrawing.objects.values_list("way", flat=True)) == {"split", "merge", "close"}
    assert Redrawing.objects.filter(way="split").count() == 2
    assert not Grid.objects.filter(active_until__lt="2022-01-01").exists()


def test_no_household_is_lost_by_it(city, told, at):
    seed(**told)
    assert sum(grid.households for grid in Grid.objects.base().active(at.date())) == 1870


def test_what_is_open_goes_over_lately(city, told, reporting, worker, at):
    makers.grid(actors.OTHER_VILLAGE, 1)
    report = reporting(grid=Grid.objects.get(place__code=actors.OTHER_VILLAGE, code__endswith="001", kind="base"))
    seed_lately(**told)
    report.refresh_from_db()
    assert report.grid == Redrawing.objects.get().heir


def test_villages_are_counted_once(city, told):
    for _turn in range(2):
        seed_counts(**{**told, "rng": Random(3)})
    assert HouseholdCount.objects.count() in {0, 2}


def test_outlines_of_the_demo_say_that_they_are_none(grid):
    (shown,) = drawn([grid])
    assert (shown.boundary["type"], shown.boundary_source) == ("Polygon", SOURCE)
    assert "不是实际边界" in SOURCE


def test_outlines_of_neighbouring_villages_lie_apart():
    shapes = [shape(strip(Place(code=code), serial)) for code in VILLAGES if code != OVERLAPPING for serial in range(1, 9)]
    assert not [one for one, other in combinations(shapes, 2) if one.intersection(other).area]


@pytest.mark.parametrize("story", [seed, seed_lately, seed_counts])
def test_a_portal_that_is_no_demo_gets_nothing(city, told, story):
    story(**{**told, "scale": "basic"})
    assert not Redrawing.objects.exists()
    assert not HouseholdCount.objects.exists()
