"""Days of an item: when it expires, and when it should be rotated. No Django, no clock."""

from calendar import monthrange
from datetime import date


def months_on(day, months):
    """The same day so many months on (before, where negative), or the last of the month where there is none.

    >>> months_on(date(2026, 1, 31), 1), months_on(date(2026, 3, 31), -1)
    (datetime.date(2026, 2, 28), datetime.date(2026, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def expiry_of(produced, shelf_months):
    """The day it expires, or None for what does not."""
    return months_on(produced, shelf_months) if produced and shelf_months else None


def rotation_of(expires, ahead_months, produced=None):
    """The day by which it should be rotated: so many months before it expires, never before it was made. None for what does not expire."""
    if expires is None:
        return None
    day = months_on(expires, -ahead_months)
    return max(day, produced) if produced else day
