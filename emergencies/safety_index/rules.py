"""The sums of the safety index (Art. 20). No Django, no clock: whoever has the published inputs and the method comes to the same figures.

1. Each sub-index counts cases of some months and sets them against the inhabitants: cases per 10,000 people.
2. At or below `best` it has 100 points, at or above `worst` none, in between in proportion; rounded to one decimal.
3. The index is the mean of the points by weight, rounded to one decimal. What rests on too few cases in the city (`closed`) is left out
   for every place alike, so that no published index tells what an unpublished sub-index would.
4. A count has risen where it is large enough, larger by a share, and larger than chance explains.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt

from governance.cases.comparing import RANKED_FROM, withheld

UNIT = 10_000  # inhabitants
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
FULL_POINTS, NO_POINTS = Decimal(100), Decimal(0)
CHANCE = 1.96  # standard deviations: what moves less is taken for chance
SIZE = "people"  # the column that tells how large a place is
REST = "rest"  # of a rate: what its numerator leaves of its denominator


@dataclass(frozen=True)
class Gauge:
    """A sub-index: its weight, and the cases per 10,000 inhabitants at which it has 100 points and none."""

    code: str
    weight: int
    best: Decimal
    worst: Decimal


def rounded(value, step=TENTH):
    return Decimal(value).quantize(step, ROUND_HALF_UP)


def per_unit(count, people):
    """Cases per 10,000 inhabitants, two decimals; None without inhabitants.

    >>> per_unit(42, 28000)
    Decimal('15.00')
    """
    return rounded(Decimal(count) * UNIT / people, HUNDREDTH) if people else None


def points(gauge, count, people):
    """0 to 100, one decimal; None without inhabitants.

    >>> points(Gauge("a", 1, Decimal(0), Decimal(20)), 10, 10000)
    Decimal('50.0')
    """
    if not people:
        return None
    rate = Decimal(count) * UNIT / people
    share = (gauge.worst - rate) / (gauge.worst - gauge.best)
    return rounded(min(max(share * FULL_POINTS, NO_POINTS), FULL_POINTS))


def index_of(gauges, counts, people, *, closed=()):
    """The mean of the points by weight, one decimal; None where there are no inhabitants or no sub-index is left."""
    used = [gauge for gauge in gauges if gauge.code not in closed and gauge.code in counts and gauge.weight]
    if not people or not used:
        return None
    total = sum(gauge.weight * points(gauge, counts[gauge.code], people) for gauge in used)
    return rounded(total / sum(gauge.weight for gauge in used))


def band_of(value, bands):
    """The key of the band a value lies in; `bands` are (from which value on, key). None of nothing.

    >>> band_of(Decimal("84.9"), [(85, "blue"), (0, "red")])
    'red'
    """
    if value is None:
        return None
    return next((key for least, key in sorted(bands, reverse=True) if value >= least), None)


def has_risen(count, before, *, least, share):
    """Whether a count is at least `least`, more than `share` per cent above the one before, and beyond chance (of two Poisson counts)."""
    if before is None or count < least:
        return False
    return 100 * (count - before) > share * before and count - before > CHANCE * sqrt(count + before)


def protected(people, counts, parts, whole):
    """What of the `parts` (paths) of a whole may not be shown: `closed` sub-indices and `hidden` places (governance/cases/comparing.py)."""
    codes = sorted({code for path in parts for code in counts[path]})
    columns = {SIZE: {path: people.get(path) or 0 for path in parts}}
    columns |= {code: {path: counts[path].get(code, 0) for path in parts} for code in codes}
    totals = {SIZE: sum(columns[SIZE].values())} | {code: counts[whole].get(code, 0) for code in codes}
    found = withheld(columns, totals)
    return found.columns - {SIZE}, found.places


def is_thick(counts):
    """Whether a small place has so many cases in all that its index says nothing of a single one."""
    return sum(counts.values()) >= RANKED_FROM
