"""The pure sums: moments, spans, boxes over rounded points, attributes."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputes.open311 import rules

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DEGREES = st.floats(-179, 179, allow_nan=False)


@given(DEGREES, DEGREES, DEGREES)
def test_a_box_finds_exactly_the_points_that_leave_inside_it(exact, one, other):
    low, high = sorted((rules.rounded(one), rules.rounded(other)))
    first, last = rules.cells(low, high)
    assert (first <= exact < last) == (low - 1e-9 <= rules.rounded(exact) <= high + 1e-9)


@given(DEGREES, st.floats(0, 0.0004))
def test_a_shrinking_box_tells_nothing_finer_than_a_cell(exact, half):
    first, last = rules.cells(rules.rounded(exact) - half, rules.rounded(exact) + half)
    assert last - first == pytest.approx(1 / rules.CELLS)


@given(DEGREES)
def test_a_point_leaves_no_farther_than_half_a_cell_away(exact):
    assert abs(rules.rounded(exact) - exact) <= 0.5 / rules.CELLS + 1e-9


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2010-01-01T00:00:00Z", "2010-01-01T00:00:00+00:00"),
        ("2026-11-23T10:00:00+08:00", "2026-11-23T10:00:00+08:00"),
        ("2026-11-23T10:00:00 08:00", "2026-11-23T10:00:00+08:00"),
        ("2026-11-23", "2026-11-23T00:00:00+08:00"),
    ],
)
def test_moments_are_read_with_their_offset(text, found):
    assert rules.moment(text).isoformat() == found


@pytest.mark.parametrize("text", ["", "yesterday", "2026-11-23T10:00:00", "2026-13-01T00:00:00Z"])
def test_a_moment_without_offset_is_none(text):
    with pytest.raises(rules.Wrong):
        rules.moment(text)


@given(st.none() | st.integers(0, 200), st.none() | st.integers(0, 200))
def test_a_span_is_ninety_days_at_most(back, ahead):
    start, end = (days if days is None else AT - timedelta(days=days) for days in (back, ahead))
    try:
        first, last = rules.window(start, end, at=AT)
    except rules.Wrong:
        assert start
        assert end
        return
    assert timedelta(0) <= last - first <= rules.LONGEST_WINDOW


def test_without_dates_it_is_the_last_ninety_days():
    assert rules.window(None, None, at=AT) == (AT - timedelta(days=90), AT)


@pytest.mark.parametrize("text", ["1,2,3", "a,b,c,d", "112,40,111,41", "111,41,112,40", "nan,1,2,3", "181,0,181,0"])
def test_a_box_that_is_none_is_refused(text):
    with pytest.raises(rules.Wrong):
        rules.box(text)


@pytest.mark.parametrize(
    ("datatype", "values", "fit"),
    [
        ("number", ["18.5"], True), ("number", ["warm"], False), ("number", ["NaN"], False), ("string", ["a\nb"], False),
        ("text", ["a\nb"], True), ("string", ["a", "b"], False), ("datetime", ["2026-11-23T10:00:00+08:00"], True),
        ("datetime", ["today"], False), ("singlevaluelist", ["day"], True), ("singlevaluelist", ["dusk"], False),
        ("singlevaluelist", ["day", "night"], False), ("multivaluelist", ["day", "night"], True), ("text", ["x" * 1001], False),
    ],
)  # fmt: skip
def test_an_answer_fits_its_type(datatype, values, fit):
    assert rules.fits(datatype, values, keys=("day", "night")) is fit


def test_attributes_are_read_from_both_spellings():
    fields = [("attribute[A]", ["1"]), ("attribute[B][]", ["x", "y"]), ("attribute[C]", [" "]), ("lat", ["40"])]
    assert rules.attribute_answers(fields) == {"A": ["1"], "B": ["x", "y"]}


@given(st.text())
def test_what_xml_cannot_carry_is_left_out(text):
    assert not rules.FORBIDDEN_IN_XML.search(rules.plain(text))


@given(st.lists(st.tuples(st.from_regex(r"[a-z]{1,5}", fullmatch=True), st.from_regex(r"[a-z]{1,5}", fullmatch=True)), max_size=4))
def test_options_are_read_as_they_are_written(values):
    assert rules.values_of(rules.lines_of(values)) == [list(pair) for pair in values]
