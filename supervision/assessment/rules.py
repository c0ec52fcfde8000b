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


def banded(value, *, weight, bands, better):
    """Points by steps instead of a line: `bands` are (value, share in percent) pairs; the best one reached counts, none gives nothing.

    >>> banded(Decimal(91), weight=Decimal(20), bands=[(95, 100), (90, 80), (80, 50)], better="higher")
    Decimal('16.00')
    """
    if value is None:
        return None
    reached = [Decimal(str(share)) for edge, share in bands if _reaches(value, Decimal(str(edge)), better)]
    return rounded(weight * max(reached, default=Decimal(0)) / FULL)


def _reaches(value, edge, better):
    return value <= edge if better == "lower" else value >= edge


def read_bands(text):
    """The pairs of “95：100，90：80”; raises `ValueError` for what is no such list. Empty text is no bands at all."""
    levelled = text.replace("，", ",").replace("：", ":").replace("%", "").replace(" ", "")
    pairs = [part.split(":") for part in levelled.split(",") if part]
    found = [(_percent(edge), _percent(share)) for edge, share in pairs]
    if len({edge for edge, _share in found}) < len(found):
        raise ValueError("a value stands twice")
    return found


def _percent(text):
    if not text.replace(".", "", 1).isascii() or not text.replace(".", "", 1).isdecimal() or not 0 <= float(text) <= FULL:
        raise ValueError(f"{text!r} is no percentage")
    return float(text)


def bands_fault(bands, *, better):
    """Why steps do not fit the direction: a better value must never bring less; or ""."""
    ordered = sorted(bands, reverse=better == "lower")
    shares = [share for _edge, share in ordered]
    return "" if shares == sorted(shares) else "order"


def scored_by_hand(first, second, third, *, weight, most_apart):
    """The points two people gave apart from each other: their mean; where they differ by more than `most_apart` percent of the weight,
    the mean of the third's and the nearer of the two (the third's own, midway between them). None while a score is missing.

    >>> scored_by_hand(Decimal(8), Decimal(5), Decimal(6), weight=Decimal(10), most_apart=Decimal(10))
    Decimal('5.50')
    """
    if first is None or second is None:
        return None
    if not apart(first, second, weight=weight, most_apart=most_apart):
        return rounded((first + second) / 2)
    if third is None:
        return None
    from_first, from_second = abs(third - first), abs(third - second)
    if from_first == from_second:
        return rounded(third)
    return rounded((third + (first if from_first < from_second else second)) / 2)


def apart(first, second, *, weight, most_apart):
    """Whether two scores differ so much that a third is asked for; exactly at the limit they do not."""
    return abs(first - second) * FULL > weight * most_apart


def reweighed(points, *, before, after):
    """Points under another weight: the same share of it."""
    return None if points is None else rounded(points * after / before)


def by_item(adjustments, limits):
    """What points by hand add up to item by item, none beyond what the scheme gives it: (item, points) pairs, {item: most} → amounts.

    Points of no item (None) stand as they are.
    """
    sums = {}
    for item, points in adjustments:
        sums[item] = sums.get(item, Decimal(0)) + points
    return [total if item is None else min(max(total, -limits[item]), limits[item]) for item, total in sums.items()]


def base_of(scored):
    """Out of 100: the points of the items that count, over their weights. `scored`: (points or None, weight) pairs.

    None where what counts weighs less than half of the whole: a unit is not judged by its margins.
    """
    counting = [(points, weight) for points, weight in scored if points is not None]
    weights = sum((weight for _points, weight in counting), Decimal(0))
    if not weights or 2 * weights < sum((weight for _points, weight in scored), Decimal(0)):
        return None
    return rounded(FULL * sum((points for points, _weight in counting), Decimal(0)) / weights)


def total_of(base, adjustments, *, most, corrected=Decimal(0)):
    """The base with what was added and taken off by hand, together at most `most` either way, and with what decisions on objections
    corrected, which nothing bounds; from 0 to 100."""
    if base is None:
        return None
    by_hand = min(max(sum(adjustments, Decimal(0)), -most), most)
    return rounded(min(max(base + by_hand + corrected, Decimal(0)), FULL))


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


def reviewing_path(path, *, territorial):
    """Where the leading group stands that reviews a unit: a bureau's own level, a place's next higher one.

    >>> reviewing_path("150102001", territorial=True), reviewing_path("150102", territorial=False)
    ('150102', '150102')
    """
    if not territorial:
        return path
    return path[:6] if len(path) > 6 else path[:4]


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
