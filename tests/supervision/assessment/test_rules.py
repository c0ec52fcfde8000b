"""Points: monotone, bounded, out of the weights; a result can be worked out again by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.assessment.rules import assessed_path, band_fault, base_of, grade_of, is_small, points_of, ranks, total_of, value_of

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
