"""The window of time one may ask for, and the shade of a tile. No Django, no clock."""

from datetime import date, timedelta

from governance.calendar.months import month_after, month_of, months_until

SPANS = (30, 90, 365)  # days
USUAL = "90"
MONTHS_OFFERED = 12
DEEPEST = 5


def window(asked, *, today):
    """[first, end) as days: a span that ends today, or a whole month of the last twelve; the usual span for anything else."""
    if asked in {f"{month:%Y-%m}" for month in months(today)}:
        first = date.fromisoformat(f"{asked}-01")
        return first, month_after(first)
    span = int(asked) if asked in map(str, SPANS) else int(USUAL)
    return today - timedelta(days=span - 1), today + timedelta(days=1)


def months(today):
    """The running month and the eleven before it, newest first."""
    return months_until(month_of(today), MONTHS_OFFERED)[::-1]


def depth(count, most):
    """The shade of a tile, 1 (few) to 5 (as many as anywhere); 0 where the number is not shown."""
    if not count or not most:
        return 0
    return 1 + min(DEEPEST - 1, DEEPEST * count // (most + 1))
