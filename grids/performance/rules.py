"""From facts to points (Art. 50). No Django, no clock. Amounts are `Decimal`: everyone can work them out again by hand."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

FULL = Decimal(100)
CENT = Decimal("0.01")


def counts(fact, away):
    """Whether a fact counts: what was done always does; what was not done does not where every day for it was a day away."""
    return fact.done or any(day not in away for day in span(fact))


def span(fact):
    """The days on which a fact could be done."""
    first = min(fact.since or fact.day, fact.day)
    return [date.fromordinal(number) for number in range(first.toordinal(), fact.day.toordinal() + 1)]


def tally(facts, away):
    """(done, due) of one component: rest days and leave are neutral, never a loss."""
    counted = [fact for fact in facts if counts(fact, away)]
    return sum(fact.done for fact in counted), len(counted)


def points_of(done, due, *, weight):
    """The weight's share that was done; None where nothing was due, so that the component does not count.

    >>> points_of(3, 4, weight=Decimal(20))
    Decimal('15.00')
    """
    return rounded(Decimal(weight) * done / due) if due else None


def total_of(scored):
    """Out of 100: the points of what counts, over its weights. `scored`: (points or None, weight) pairs; None where nothing counts."""
    counting = [(points, weight) for points, weight in scored if points is not None]
    weights = sum((Decimal(weight) for _points, weight in counting), Decimal(0))
    return rounded(FULL * sum((points for points, _weight in counting), Decimal(0)) / weights) if weights else None


def base_of(scored):
    """How much of the formula's 100 counted: the rest had nothing due."""
    return sum((Decimal(weight) for points, weight in scored if points is not None), Decimal(0))


def weights_fault(weights):
    """Why a formula's weights cannot be, or ""."""
    return "" if sum(weights, Decimal(0)) == FULL else "sum"


def rounded(amount):
    return Decimal(amount).quantize(CENT, ROUND_HALF_UP)
