"""Codes, sizes and outlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.places.rules import path_range
from grids.mesh.rules import code_of, frame_of, lies_in, outline_fault, overlapping, path_of, serial_of, size_of, tidied, united

VILLAGES = st.integers(150102001001, 150199999999).map(str)
SERIALS = st.integers(1, 999)
SQUARE = [[[111.6, 40.8], [111.7, 40.8], [111.7, 40.9], [111.6, 40.8]]]


@given(VILLAGES, SERIALS, st.booleans())
def test_a_grid_lies_in_the_range_of_its_village(village, serial, dedicated):
    start, end = path_range(village)
    assert start <= path_of(village, serial, dedicated=dedicated) < end


@given(VILLAGES, SERIALS, SERIALS)
def test_no_two_grids_of_a_village_share_a_code(village, one, other):
    assert (code_of(village, one, dedicated=False) == code_of(village, other, dedicated=False)) == (one == other)
    assert code_of(village, one, dedicated=False) != code_of(village, one, dedicated=True)


@given(VILLAGES, SERIALS, st.booleans())
def test_the_serial_can_be_read_from_the_code(village, serial, dedicated):
    assert serial_of(code_of(village, serial, dedicated=dedicated)) == serial


def test_a_dedicated_grid_begins_with_z():
    assert code_of("150102001001", 7, dedicated=True) == "Z150102001001007"


@pytest.mark.parametrize(("households", "size"), [(299, "few"), (300, "usual"), (500, "usual"), (501, "many"), (None, "usual"), (0, "few")])
def test_the_size_is_a_hint_on_both_sides(households, size):
    assert size_of(households, least=300, most=500) == size


@pytest.mark.parametrize(
    ("outline", "fault"),
    [
        ({"type": "Polygon", "coordinates": SQUARE}, ""),
        ({"type": "MultiPolygon", "coordinates": [SQUARE]}, ""),
        ({"type": "Point", "coordinates": [111.6, 40.8]}, "kind"),
        ([], "kind"),
        ({"type": "Polygon", "coordinates": [SQUARE[0][:3]]}, "ring"),
        ({"type": "Polygon", "coordinates": []}, "ring"),
        ({"type": "MultiPolygon", "coordinates": [SQUARE, []]}, "ring"),
        ({"type": "Polygon", "coordinates": [[[116.3, 39.9], [116.4, 39.9], [116.4, 40.0], [116.3, 39.9]]]}, "place"),
        ({"type": "Polygon", "coordinates": [[[111.6, 40.8]] * 2001]}, "size"),
        ({"type": "Polygon", "coordinates": [[[111.6, 40.8], [111.7, 40.9], [111.7, 40.8], [111.6, 40.9], [111.6, 40.8]]]}, "crossing"),
        ({"type": "Polygon", "coordinates": [[["a", "b"]] * 4]}, "ring"),
        ({"type": "Polygon", "coordinates": [[[500, 40], [501, 40], [501, 41], [500, 40]]]}, "place"),
    ],
)
def test_an_outline_is_a_closed_polygon_of_the_earth(outline, fault):
    assert outline_fault(outline) == fault


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda part: st.lists(part, max_size=4), max_leaves=12))
def test_whatever_is_pasted_is_answered(junk):
    assert outline_fault({"type": "Polygon", "coordinates": junk}) in {"", "kind", "ring", "place", "size", "crossing"}


SPAN = st.floats(0.0011, 0.009)


def square(west, south, side=0.01):
    corners = ((west, south), (west + side, south), (west + side, south + side), (west, south + side), (west, south))
    return {"type": "Polygon", "coordinates": [[list(corner) for corner in corners]]}


EAST, WEST = square(111.61, 40.8), square(111.6, 40.8)


@given(SPAN, SPAN)
def test_squares_that_lie_on_one_another_are_found_with_their_share(right, up):
    found = overlapping({"one": square(111.6, 40.8), "other": square(111.6 + right, 40.8 + up)})
    share = (0.01 - right) * (0.01 - up) / 0.0001
    assert [(one, other) for one, other, _share in found] == ([("one", "other")] if share > 0.01 else [])


def test_neighbours_do_not_overlap():
    assert overlapping({"east": EAST, "west": WEST}) == []


def test_neighbours_united_are_one_outline():
    whole = united([EAST, WEST])
    assert (whole["type"], frame_of(whole)) == ("Polygon", [111.6, 40.8, 111.62, 40.81])


@given(st.floats(111.5, 111.7), st.floats(40.7, 40.9))
def test_a_position_inside_lies_inside_the_frame_too(longitude, latitude):
    outline = square(111.6, 40.8)
    west, south, east, north = frame_of(outline)
    if lies_in(outline, longitude=longitude, latitude=latitude):
        assert west <= longitude <= east
        assert south <= latitude <= north


def test_what_is_kept_has_two_dimensions_and_six_digits():
    ring = [[111.60000049, 40.8, 1000], [111.7, 40.8, 1000], [111.7, 40.9, 1000], [111.60000049, 40.8, 1000]]
    assert tidied({"type": "Polygon", "coordinates": [ring]})["coordinates"][0][0] == [111.6, 40.8]
