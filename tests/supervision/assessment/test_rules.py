"""Points: monotone, bounded, out of the weights; a result can be worked out again by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.assessment.rules import (
    apart,
    assessed_path,
    band_fault,
    banded,
    bands_fault,
    base_of,
    by_item,
    grade_of,
    is_small,
    points_of,
    ranks,
    read_bands,
    reviewing_path,
    reweighed,
    scored_by_hand,
    total_of,
    value_of,
)

PERCENT = st.decimals(0, 100, places=2)
WEIGHT = st.decimals(1, 100, places=2)
BAND = st.tuples(PERCENT, PERCENT).filter(lambda band: band[0] != band[1])
CLASSES = {"excellent": Decimal(90), "good": Decimal(80), "passed": Decimal(60)}


@given(value=PERCENT, weight=WEIGHT, band=BAND)
def test_points_lie_between_nothing_and_the_weight(value, weight, band):
    assert 0 <= points_of(value, weight=weight, floor=band[0], target=band[1]) <= weight


@given(one=PERCENT, other=PERCENT, weight=WEIGHT, band=BAND)
def test_a_better_value_never_gets_less(one, other, weight, band):
    worse, better = sorted((one, other), reverse=band[1] < band[0])
    of = {"weight": weight, "floor": band[0], "target": band[1]}
    assert points_of(worse, **of) <= points_of(better, **of)


@given(weight=WEIGHT, band=BAND)
def test_the_floor_gets_nothing_and_the_target_everything(weight, band):
    of = {"weight": weight, "floor": band[0], "target": band[1]}
    assert (points_of(band[0], **of), points_of(band[1], **of)) == (0, weight)


@given(st.lists(st.tuples(st.none() | st.decimals(0, 1, places=2), WEIGHT), min_size=1, max_size=8))
def test_what_is_not_counted_leaves_its_weight_to_the_rest_as_long_as_half_counts(shares):
    scored = [(share if share is None else (share * weight).quantize(Decimal("0.01")), weight) for share, weight in shares]
    counting = sum((weight for points, weight in scored if points is not None), Decimal(0))
    base = base_of(scored)
    assert (base is None) == (2 * counting < sum(weight for _points, weight in scored))
    assert base is None or 0 <= base <= 101


@given(base=PERCENT, by_hand=st.lists(st.decimals(-9, 9, places=1), max_size=5), most=st.decimals(0, 10, places=1))
def test_what_is_added_by_hand_is_bounded(base, by_hand, most):
    total = total_of(base, by_hand, most=most)
    assert 0 <= total <= 100
    assert abs(total - base) <= most


@given(st.lists(st.none() | PERCENT, max_size=10))
def test_places_follow_the_totals(totals):
    places = ranks(totals)
    pairs = [(total, place) for total, place in zip(totals, places, strict=True) if total is not None]
    assert all((one[0] > other[0]) == (one[1] < other[1]) for one in pairs for other in pairs)
    assert [place is None for place in places] == [total is None for total in totals]


@pytest.mark.parametrize(("total", "grade"), [(90, "excellent"), (89, "good"), (60, "passed"), (59, "failed"), (None, "")])
def test_classes_begin_at_their_thresholds(total, grade):
    assert grade_of(total if total is None else Decimal(total), **CLASSES) == grade


def test_values_bands_and_units():
    assert (value_of(1, 3), value_of(0, 0)) == (Decimal("33.33"), None)
    assert (is_small(29), is_small(30)) == (True, False)
    assert [band_fault(floor=f, target=t, better=b) for f, t, b in ((1, 1, "higher"), (2, 1, "higher"), (2, 1, "lower"))] == [
        "equal", "direction", "",
    ]  # fmt: skip
    assert [assessed_path(path) for path in ("1501", "150102", "150102001", "150102001001")] == ["", "150102", "150102001", "150102001"]


STEPS = [(95, 100), (90, 80), (80, 50)]
SCORES = st.decimals(0, 20, places=1)


def d(text):
    return Decimal(str(text))


@pytest.mark.parametrize(
    ("value", "better", "points"),
    [(96, "higher", 20), (95, "higher", 20), ("94.99", "higher", 16), (80, "higher", 10), (79, "higher", 0), (81, "lower", 16)],
)
def test_steps_give_what_the_best_reached_gives(value, better, points):
    bands = STEPS if better == "higher" else [(80, 100), (85, 80), (95, 50)]
    assert banded(d(value), weight=d(20), bands=bands, better=better) == points


def test_no_value_no_points_by_steps_either():
    assert banded(None, weight=d(20), bands=STEPS, better="higher") is None


@pytest.mark.parametrize(
    ("first", "second", "third", "points"),
    [
        (18, 16, None, 17), (18, "15.9", None, None), (18, 14, 15, "14.5"), (18, 14, 17, "17.5"), (18, 14, 16, 16), (18, None, None, None),
        (0, 20, 20, 20), (18, 16, 3, 17),
    ],
)  # fmt: skip
def test_two_scores_are_averaged_and_a_third_decides_between_what_differs_too_much(first, second, third, points):
    given = [None if one is None else d(one) for one in (first, second, third)]
    expected = None if points is None else d(points)
    assert scored_by_hand(*given, weight=d(20), most_apart=d(10)) == expected


@given(first=SCORES, second=SCORES, third=SCORES)
def test_points_by_people_lie_between_what_they_gave(first, second, third):
    points = scored_by_hand(first, second, third, weight=d(20), most_apart=d(10))
    assert min(first, second, third) <= points <= max(first, second, third)
    assert apart(first, second, weight=d(20), most_apart=d(10)) == (abs(first - second) > 2)


def test_each_item_by_hand_gives_at_most_its_own():
    given = [("bonus", d(2)), ("bonus", d(2)), ("minus", d(-9)), (None, d(1))]
    assert sorted(by_item(given, {"bonus": d(3), "minus": d(4)})) == [-4, 1, 3]


def test_a_year_worked_out_by_hand():
    """50 and 30 by figures, 20 by people; 90 of 100 in time, 60 of 80 solved; scores 18 and 15, a third 16; +3, −1, one correction."""
    on_time = points_of(value_of(90, 100), weight=d(50), floor=d(50), target=d(100))
    solved = points_of(value_of(60, 80), weight=d(30), floor=d(50), target=d(100))
    duty = scored_by_hand(d(18), d(15), d(16), weight=d(20), most_apart=d(10))
    base = base_of([(on_time, d(50)), (solved, d(30)), (duty, d(20))])
    by_hand = by_item([("bonus", d(3)), ("minus", d(-1))], {"bonus": d(3), "minus": d(4)})
    total = total_of(base, by_hand, most=d(5), corrected=d("1.5"))
    assert (on_time, solved, duty, base, total) == (40, 15, d("15.5"), d("70.5"), 74)
    assert grade_of(total, **CLASSES) == "passed"


@given(points=st.none() | SCORES, before=st.decimals(20, 100, places=0))
def test_the_same_weight_changes_nothing(points, before):
    assert reweighed(points, before=before, after=before) == points


def test_steps_are_read_as_they_are_typed():
    assert read_bands("95:100，90：80") == [(95, 100), (90, 80)]
    assert read_bands("") == []
    assert (bands_fault(STEPS, better="higher"), bands_fault(STEPS, better="lower")) == ("", "order")


@pytest.mark.parametrize("text", ["95", "95:100:3", "a:b", "95:100,95:80", "101:50", "-1:5"])
def test_what_is_no_list_of_steps_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        read_bands(text)


def test_who_reviews_a_unit():
    units = (("150102001", True), ("150102", True), ("150102", False), ("1501", False))
    assert [reviewing_path(path, territorial=kind) for path, kind in units] == ["150102", "1501", "150102", "1501"]
