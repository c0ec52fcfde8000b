"""A split loses no household and a merge brings all of them together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.redrawing.rules import Part, merged, middle, split_faults, total

NUMBERS = st.integers(0, 3000)
PARTS = st.lists(st.builds(Part, st.uuids().map(str), NUMBERS, NUMBERS), min_size=2, max_size=8, unique_by=lambda part: part.name)


@given(PARTS)
def test_what_is_split_and_merged_again_is_what_it_was(parts):
    households = total(part.households for part in parts)
    assert split_faults(households, parts) == []
    assert merged("合", parts).households == households


@given(PARTS, st.integers(1, 500))
def test_a_household_that_disappears_is_noticed(parts, missing):
    households = total(part.households for part in parts) + missing
    assert split_faults(households, parts) == ["lost"]
    assert split_faults(households, parts, recounted=True) == []


@given(PARTS, st.integers(1, 500))
def test_a_household_out_of_nowhere_is_noticed(parts, more):
    households = total(part.households for part in parts) - more
    assert split_faults(households, parts) == ["gained"]


@given(PARTS)
def test_the_order_of_the_parts_of_a_merge_does_not_matter(parts):
    assert merged("合", parts) == merged("合", parts[::-1])


@given(PARTS)
def test_one_unknown_number_makes_the_whole_unknown(parts):
    unknown = [*parts, Part("不明")]
    assert merged("合", unknown) == Part("合", None, None)
    assert "unknown" in split_faults(900, unknown)


@given(PARTS)
def test_a_grid_whose_households_nobody_knows_can_be_split_anyhow(parts):
    assert split_faults(None, parts) == []


@pytest.mark.parametrize(
    ("parts", "fault"),
    [([Part("东", 5)], "few"), ([Part(str(n), 0) for n in range(9)], "many"), ([Part("东", 2), Part("东", 3)], "names")],
)
def test_parts_are_several_not_too_many_and_told_apart(parts, fault):
    assert fault in split_faults(None, parts)


@given(st.lists(st.tuples(st.floats(39, 42), st.floats(110, 113)), min_size=1, max_size=6))
def test_the_middle_lies_among_the_points(points):
    latitude, longitude = middle(points)
    assert min(point[0] for point in points) - 1e-9 <= latitude <= max(point[0] for point in points) + 1e-9
    assert min(point[1] for point in points) - 1e-9 <= longitude <= max(point[1] for point in points) + 1e-9


def test_the_middle_of_nothing_is_nowhere():
    assert middle([(None, None)]) == (None, None)
