"""What a department owes for a duty in a year. No Django, no clock; whole yuan."""

from decimal import ROUND_HALF_UP, Decimal

MONTHS = 12


def months_in_force(begins, ends, *, year):
    """In how many months of a year a duty is carried; a month begun counts whole. `ends` is the first day it is not."""
    first = max(begins.year * MONTHS + begins.month - 1, year * MONTHS)
    last = year * MONTHS + MONTHS - 1
    if ends is not None:
        last = min(last, ends.year * MONTHS + ends.month - (2 if ends.day == 1 else 1))
    return max(0, last - first + 1)


def owed(rate, grids, *, months):
    """rate × grids in force, for so many months of the year.

    >>> owed(Decimal(300), 20, months=6)
    3000
    """
    return int((Decimal(rate) * grids * months / MONTHS).quantize(Decimal(1), ROUND_HALF_UP))


def outstanding(due, received):
    return max(0, due - received)


def settles(due, received, paying):
    """Whether a payment that arrives leaves nothing outstanding."""
    return received + paying >= due
