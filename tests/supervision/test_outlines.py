"""Outlines become small drawings that keep their shape; moves and intervals as plain sums."""

from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.cases.comparing import beyond_chance, interval, moved
from supervision.indicators import outlines
from supervision.indicators.areas import code_of, rings_of
from supervision.indicators.changes import counted_moved

counts = st.integers(min_value=1, max_value=10_000).flatmap(lambda n: st.tuples(st.integers(min_value=0, max_value=n), st.just(n)))


@given(counts)
def test_an_interval_holds_the_share_and_lies_between_nothing_and_all(pair):
    low, high = interval(*pair)
    assert 0 <= low <= pair[0] / pair[1] <= high <= 1
    assert beyond_chance(*pair, pair[0] / pair[1]) == 0


def test_more_cases_make_a_narrower_interval():
    widths = [high - low for low, high in (interval(n // 2, n) for n in (10, 100, 1000))]
    assert widths == sorted(widths, reverse=True)


def test_of_nothing_there_is_no_interval_and_no_move():
    assert interval(0, 0) is None
    assert beyond_chance(0, 0, 0.5) == beyond_chance(5, 9, None) == 0
    assert moved((0, 0), (5, 9)) == moved((9, 9), (9, 9)) == counted_moved(0, 0) == 0


@pytest.mark.parametrize(("now", "before", "way"), [((95, 100), (80, 100), 1), ((80, 100), (95, 100), -1), ((80, 100), (81, 100), 0)])
def test_a_move_is_told_from_chance(now, before, way):
    deviations = moved(now, before)
    assert (deviations > 1.96) - (deviations < -1.96) == way


@given(st.integers(min_value=3, max_value=300), st.floats(min_value=0.1, max_value=5))
def test_a_simplified_ring_keeps_its_area(points, size):
    ring = [(100 * size * cos(2 * pi * one / points), 100 * size * sin(2 * pi * one / points)) for one in range(points)]
    kept = outlines.simplified(ring)
    assert 3 <= len(kept) <= len(ring)
    assert abs(outlines.area(kept)) == pytest.approx(abs(outlines.area(ring)), rel=0.15, abs=1)


def test_north_is_up_and_east_is_right():
    square = [(0, 0), (1, 0), (1, 1), (0, 1)]
    width, height, shapes = outlines.drawn({"west": [square], "north": [[(x + 2, y + 3) for x, y in square]]})
    assert width == outlines.WIDTH
    assert height > 0
    assert shapes["north"]["at"][0] > shapes["west"]["at"][0]
    assert shapes["north"]["at"][1] < shapes["west"]["at"][1]


@pytest.mark.parametrize("told", [{"adcode": 150102}, {"code": "150102000000"}, {"gb": "156150102"}])
def test_a_place_is_known_by_its_code_however_it_is_written(told):
    assert code_of(told) == "150102"


def test_an_island_belongs_to_its_place():
    one, other = [[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]
    assert len(rings_of({"type": "MultiPolygon", "coordinates": [one, other]})) == 2
