"""All households of a village against those in its grids."""

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from governance.places.models import Place
from grids.households.filters import CONDITIONS
from grids.households.rules import is_year
from grids.households.services import set_count
from grids.mesh.models import HouseholdCount
from grids.mesh.rules import cover_of
from grids.mesh.services import cover, households_outside, with_cover
from tests import actors
from tests.grids import makers

LIST = reverse("households_list")
EDIT = reverse("households_edit", args=[actors.VILLAGE])
HERE = Q(path=actors.VILLAGE)


@pytest.fixture
def counted(grid, at):
    """The village with so many households in all; its one grid has 400."""

    def count(households, year=2026):
        village = actors.place(actors.VILLAGE)
        set_count(village, year=year, households=households, source="入户摸底", by=None, at=at)
        return with_cover(Place.objects.filter(HERE), day=at.date()).get()

    return count


@pytest.mark.parametrize(("households", "found"), [(400, "whole"), (401, "outside"), (399, "over")])
def test_the_village_is_held_against_its_grids(counted, households, found):
    assert cover(counted(households)) == found


def test_a_grid_without_a_number_leaves_it_open(counted):
    makers.grid(serial=2, households=None)
    assert cover(counted(500)) == "unknown"


def test_the_youngest_year_counts(counted):
    counted(400, year=2024)
    assert counted(500, year=2025).counted == 500


def test_dedicated_grids_do_not_count(counted):
    makers.grid(serial=3, kind="dedicated", host="小学", host_kind="school", households=90)
    assert cover(counted(400)) == "whole"


@given(st.none() | st.integers(0, 9), st.integers(0, 9), st.integers(0, 2))
def test_every_village_stands_one_way_and_the_filter_knows_which(total, in_grids, unnumbered):
    found = cover_of(total, in_grids, unnumbered=unnumbered)
    assert found in CONDITIONS
    assert (found == "outside") == (total is not None and total > in_grids and not unnumbered)


@pytest.mark.parametrize("households", [399, 400, 401])
def test_the_filter_finds_what_the_page_says(counted, households, at):
    village = counted(households)
    rows = with_cover(Place.objects.filter(HERE), day=at.date())
    assert [one for one, wanted in CONDITIONS.items() if rows.filter(wanted).exists()] == [cover(village)]
    assert households_outside(rows).exists() == (cover(village) == "outside")


def test_the_register_hints_at_it(signed_in, clerk, counted):
    counted(460)
    assert "1 个村（社区）有住户不在任何网格内" in signed_in(clerk).get(reverse("mesh_list")).content.decode()


def test_a_clerk_writes_a_number_down(signed_in, clerk, grid):
    client, year = signed_in(clerk), timezone.localdate().year
    page = client.post(EDIT, {"year": year, "households": 460, "source": "入户摸底"}, follow=True).content.decode()
    assert all(word in page for word in ("已登记", "有住户不在网格内", "60"))
    assert HouseholdCount.objects.get().by == clerk
    assert "相差 60 户" in " ".join(client.get(LIST, {"cover": "outside"}).content.decode().split())


@pytest.mark.parametrize("wrong", [{"year": 2999}, {"households": 0}, {"source": ""}])
def test_what_is_wrong_is_told(signed_in, clerk, grid, wrong):
    answer = signed_in(clerk).post(EDIT, {"year": 2026, "households": 460, "source": "入户摸底", **wrong})
    assert answer.status_code == 422
    assert not HouseholdCount.objects.exists()


def test_a_year_to_come_is_none(at):
    assert [is_year(year, today=at.date()) for year in (1999, 2000, 2026, 2027)] == [False, True, True, False]


def test_the_statements_do_not_grow(signed_in, clerk, grid):
    client, counts = signed_in(clerk), []
    for words in ("海拉尔", ""):
        client.get(LIST, {"q": words})
        with CaptureQueriesContext(connection) as caught:
            client.get(LIST, {"q": words})
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_the_villages_are_exported(signed_in, clerk, grid):
    assert b"".join(signed_in(clerk).get(reverse("households_export")).streaming_content)[:2] == b"PK"
