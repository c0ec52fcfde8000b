"""Points from rates, totals from points, classes from totals (Art. 57). No Django, no clock.

All amounts are `Decimal`; a result can be worked out again by hand from what is kept with it.
"""

from decimal import ROUND_HALF_UP, Decimal

FULL = Decimal(100)
CENT = Decimal("0.01")
SMALL_BELOW = 30  # n below this is scored, and marked


def value_of(numerator, denominator):
    """The rate in percent with two decimals; None where nothing was due."""
    return rounded(FULL * numerator / denominator) if denominator else None


def points_of(value, *, weight, floor, target):
    """Points for a value: none at the floor, the full weight at the target, linear between them, bounded beyond.

    A floor above the target means that less is better. None for no value: the item is not counted.

    >>> points_of(Decimal(85), weight=Decimal(20), floor=Decimal(70), target=Decimal(100))
    Decimal('10.00')
    """
    if value is None:
        return None
    reached = (value - floor) / (target - floor)
    return rounded(weight * min(max(reached, Decimal(0)), Decimal(1)))


def base_of(scored):
    """Out of 100: the points of the items that count, over their weights. `scored`: (points or None, weight) pairs.

    None where what counts weighs less than half of the whole: a unit is not judged by its margins.
    """
    counting = [(points, weight) for points, weight in scored if points is not None]
    weights = sum((weight for _points, weight in counting), Decimal(0))
    if not weights or 2 * weights < sum((weight for _points, weight in scored), Decimal(0)):
        return None
    return rounded(FULL * sum((points for points, _weight in counting), Decimal(0)) / weights)


def total_of(base, adjustments, *, most):
    """The base with what was added and taken off by hand, together at most `most` either way; from 0 to 100."""
    if base is None:
        return None
    by_hand = min(max(sum(adjustments, Decimal(0)), -most), most)
    return rounded(min(max(base + by_hand, Decimal(0)), FULL))


def grade_of(total, *, excellent, good, passed):
    """The class of a total by the scheme's thresholds; "" for no total."""
    if total is None:
        return ""
    bands = ((excellent, "excellent"), (good, "good"), (passed, "passed"))
    return next((grade for least, grade in bands if total >= least), "failed")


def ranks(totals):
    """Places for totals, best first, ties sharing one; None for None: [90, None, 95, 90] → [2, None, 1, 2]."""
    known = sorted((total for total in totals if total is not None), reverse=True)
    return [None if total is None else known.index(total) + 1 for total in totals]


def is_small(denominator):
    return denominator < SMALL_BELOW


def assessed_path(path):
    """The path of the county or township whose result stands for an office at this path; "" for the city.

    >>> assessed_path("150102001001")
    '150102001'
    """
    return path[:9] if len(path) >= 9 else path if len(path) == 6 else ""


def band_fault(*, floor, target, better):
    """Why floor and target do not fit the direction, or ""."""
    if floor == target:
        return "equal"
    return "" if (target > floor) == (better == "higher") else "direction"


def rounded(amount):
    return Decimal(amount).quantize(CENT, ROUND_HALF_UP)
