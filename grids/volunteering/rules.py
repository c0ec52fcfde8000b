"""Hours that can be confirmed, and whether a place is still free. No Django, no clock."""

from decimal import ROUND_CEILING, Decimal

HALF = Decimal("0.5")
LONGEST = Decimal(24)


def hours_between(starts, ends):
    """How long an activity lasts, in half hours upwards and a day at most: what the form suggests.

    >>> from datetime import datetime
    >>> hours_between(datetime(2026, 11, 23, 9), datetime(2026, 11, 23, 11, 20))
    Decimal('2.5')
    """
    halves = (Decimal((ends - starts).total_seconds()) / 1800).to_integral_value(ROUND_CEILING)
    return min(halves * HALF, LONGEST)


def is_confirmable(hours):
    """Half hours, more than nothing and no more than a day."""
    return 0 < hours <= LONGEST and hours % HALF == 0


def is_open(at, *, starts, taken, places):
    """Whether one can still sign up."""
    return at < starts and taken < places
