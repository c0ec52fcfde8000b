"""The sums of the index, for every input."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from emergencies.safety_index.rules import Gauge, band_of, has_risen, index_of, is_thick, per_unit, points, protected
from governance.cases.comparing import LEAST

COUNTS, PEOPLE = some.integers(0, 5000), some.integers(1, 500_000)
GAUGE = Gauge("a", 60, Decimal(1), Decimal(11))
BANDS = [(85, "blue"), (70, "yellow"), (55, "orange"), (0, "red")]


@pytest.mark.parametrize(("count", "expected"), [(0, "100.0"), (1, "100.0"), (6, "50.0"), (11, "0.0"), (99, "0.0")])
def test_the_points_fall_from_one_end_to_the_other(count, expected):
    assert points(GAUGE, count, 10_000) == Decimal(expected)


@given(COUNTS, COUNTS, PEOPLE)
def test_more_cases_never_have_more_points(one, other, people):
    few, many = sorted((one, other))
    assert Decimal(0) <= points(GAUGE, many, people) <= points(GAUGE, few, people) <= Decimal(100)


@given(some.dictionaries(some.sampled_from("abc"), COUNTS, min_size=1), PEOPLE)
def test_the_index_lies_between_the_points_it_is_made_of(counts, people):
    gauges = [Gauge(code, weight, Decimal(0), Decimal(50)) for code, weight in (("a", 10), ("b", 30), ("c", 60))]
    found = [points(gauge, counts[gauge.code], people) for gauge in gauges if gauge.code in counts]
    assert min(found) - Decimal("0.05") <= index_of(gauges, counts, people) <= max(found) + Decimal("0.05")


def test_what_is_closed_counts_for_nobody():
    gauges = [Gauge("a", 50, Decimal(0), Decimal(10)), Gauge("b", 50, Decimal(0), Decimal(10))]
    assert index_of(gauges, {"a": 0, "b": 10}, 10_000) == Decimal("50.0")
    assert index_of(gauges, {"a": 0, "b": 10}, 10_000, closed={"b"}) == Decimal("100.0")
    assert index_of(gauges, {"a": 0, "b": 10}, 10_000, closed={"a", "b"}) is None


def test_without_inhabitants_there_is_nothing():
    assert (per_unit(3, None), points(GAUGE, 3, None), index_of([GAUGE], {"a": 3}, None), band_of(None, BANDS)) == (None,) * 4


@pytest.mark.parametrize(("value", "band"), [("100", "blue"), ("85", "blue"), ("84.9", "yellow"), ("55", "orange"), ("0", "red")])
def test_a_band_begins_with_its_first_point(value, band):
    assert band_of(Decimal(value), BANDS) == band


@pytest.mark.parametrize(
    ("recent", "before", "expected"),
    [(4, 0, False), (5, 0, True), (12, 10, False), (30, 10, True), (10, 10, False), (9, None, False), (1000, 900, False)],
)
def test_what_rose_rose_by_more_than_chance(recent, before, expected):
    assert has_risen(recent, before, least=5, share=20) is expected


@given(some.lists(some.tuples(some.integers(0, 40), some.integers(0, 40)), min_size=2, max_size=9))
def test_no_shown_cell_is_below_five(cells):
    counts = {f"p{place}": {"a": one, "b": other} for place, (one, other) in enumerate(cells)}
    counts["all"] = {code: sum(row[code] for row in counts.values()) for code in ("a", "b")}
    parts = [path for path in counts if path != "all"]
    closed, hidden = protected(dict.fromkeys(parts, 50_000), counts, parts, "all")
    shown = [counts[path][code] for path in parts if path not in hidden for code in {"a", "b"} - closed]
    assert all(count >= LEAST for count in shown)


def test_a_small_place_is_thick_from_thirty_cases_on():
    assert not is_thick({"a": 20, "b": 9})
    assert is_thick({"a": 20, "b": 10})
