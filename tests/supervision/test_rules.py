"""Months, rates, ranks, groups and shades as plain sums."""

from dataclasses import dataclass
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar import months
from governance.cases import comparing
from governance.places import schematic
from governance.places.services import SEATS
from governance.places.services import rows as rows_of_file
from supervision.indicators import rules


@dataclass
class Unit:
    name: str
    rate: float | None
    n: int
    group: str = "A"
    place_in_group: int | None = None


def places(units, **options):
    return {unit.name: unit.place_in_group for unit in comparing.ranked(units, **options)}


def test_a_year_of_months_ends_with_the_one_named():
    year = months.months_until(date(2026, 2, 1), 12)
    assert (year[0], year[-1], len(year)) == (date(2025, 3, 1), date(2026, 2, 1), 12)


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(min_value=1, max_value=30))
def test_going_back_and_forth_over_months_ends_where_it_began(day, count):
    month = months.month_of(day)
    for _step in range(count):
        month = months.month_before(month)
    for _step in range(count):
        month = months.month_after(month)
    assert month == months.month_of(day)


def test_months_between_hold_both_ends_and_none_backwards():
    assert months.months_between(date(2025, 12, 1), date(2026, 1, 1)) == [date(2025, 12, 1), date(2026, 1, 1)]
    assert months.months_between(date(2026, 1, 1), date(2025, 12, 1)) == []


@pytest.mark.parametrize("text", ["", None, "2026-13", "0000-00", "9999-12", "2024-01", "'"])
def test_a_month_not_offered_is_the_running_one(text):
    offered = [date(2026, 11, 1), date(2026, 10, 1)]
    assert months.month_named(text, offered) == date(2026, 11, 1)
    assert months.month_named("2026-10", offered) == date(2026, 10, 1)


def test_of_nothing_there_is_no_rate():
    assert comparing.rate(0, 0) is None
    assert comparing.rate(0, 4) == 0


def test_ranks_are_given_inside_a_group_and_ties_share_one():
    units = [Unit("a", 0.9, 30), Unit("b", 0.9, 40), Unit("c", 0.8, 30), *(Unit(name, 0.1, 50, group="B") for name in "def")]
    assert places(units) == {"a": 1, "b": 1, "c": 3, "d": 1, "e": 1, "f": 1}


@pytest.mark.parametrize("small", [[], [Unit("c", 0.5, 29)], [Unit("c", 0.5, 99, group="B")]])
def test_a_group_of_fewer_than_three_with_enough_cases_has_no_ranks(small):
    assert set(places([Unit("a", 0.9, 30), Unit("b", 0.8, 40), *small]).values()) == {None}


def test_below_thirty_cases_a_unit_is_shown_but_not_ranked():
    large = [Unit(name, 0.5, 30) for name in "abc"]
    assert places([*large, Unit("small", 1.0, 29), Unit("none", None, 0)]) == {"a": 1, "b": 1, "c": 1, "small": None, "none": None}


def test_what_is_not_ranked_is_not_put_in_order_of_its_rate():
    units = [Unit("good", 1.0, 3), Unit("bad", 0.0, 9)]
    assert [unit.name for unit in comparing.ranked(units)] == ["bad", "good"]


def test_where_lower_is_better_the_lowest_stands_first():
    assert places([Unit("a", 0.9, 30), Unit("b", 0.2, 30), Unit("c", 0.4, 30)], better="lower") == {"b": 1, "c": 2, "a": 3}


@pytest.mark.parametrize(("n", "group"), [(150, "A"), (149, "B"), (50, "B"), (49, "C"), (0, "C")])
def test_size_is_measured_against_the_average_of_the_siblings(n, group):
    assert comparing.size_group(n, 100) == group


def test_where_nothing_was_received_all_are_small():
    assert comparing.size_group(0, 0) == "C"


@pytest.mark.parametrize(("share", "shade"), [(0.8, 3), (0.82, 4), (0.849, 4), (0.85, 5), (0.779, 2), (0.75, 2), (0.749, 1), (None, 0)])
def test_a_shade_tells_how_far_a_unit_is_from_the_place_above(share, shade):
    assert rules.shade(share, 0.8) == shade


def test_every_county_has_a_tile_of_its_own():
    assert len(set(schematic.TILES.values())) == len(schematic.TILES) == 10


def test_tiles_lie_as_the_seats_do():
    """Rows run from north to south, and in a row columns from west to east."""
    seats = {row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in rows_of_file(SEATS)}
    assert seats.keys() <= schematic.TILES.keys()
    for one, other in permutations(seats, 2):
        (column, row), (right, lower) = schematic.TILES[one], schematic.TILES[other]
        assert row >= lower or seats[one][0] > seats[other][0], f"{one} lies north of {other}"
        assert row != lower or column >= right or seats[one][1] < seats[other][1], f"{one} lies west of {other}"


def test_a_county_the_map_does_not_know_yet_is_not_lost():
    positions = schematic.tile_positions(["150102", "150199"])
    assert positions["150199"][1] > positions["150102"][1]
    assert schematic.tile_positions(["150102001"]) == {}
