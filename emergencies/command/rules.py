"""How long it took until an order was acknowledged. No Django, no clock."""

from datetime import timedelta


def minutes_between(first, then):
    """Whole minutes, begun ones counted.

    >>> from datetime import datetime
    >>> minutes_between(datetime(2026, 11, 23, 10, 0), datetime(2026, 11, 23, 10, 3, 20))
    4
    """
    return max(0, -(-(then - first) // timedelta(minutes=1)))


def average(numbers):
    """The mean, rounded to whole minutes; None of nothing.

    >>> average([3, 4, 8]), average([])
    (5, None)
    """
    return round(sum(numbers) / len(numbers)) if numbers else None
