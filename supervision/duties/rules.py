"""How an office stands to a duty of a year, and what of the counts may be published. No Django, no clock."""

from datetime import date

YEAR, MONTH, QUARTER, STANDING = "year", "month", "quarter", "standing"
FULFILLED, PARTLY, MISSING, NOT_DUE = "fulfilled", "partly", "missing", "not_due"
MONTHS, MONTHS_OF_A_QUARTER, WHOLE = 12, 3, 100
LEAST = 5  # no published cell below it
REMINDERS = (60, 30, 7)  # days before a yearly document is due


def due_day(due_on, *, year):
    """The day of a year written month-day; one that a year has not ends that month.

    >>> due_day("03-31", year=2026)
    datetime.date(2026, 3, 31)
    >>> due_day("02-29", year=2026)
    datetime.date(2026, 2, 28)
    """
    month, day = (int(part) for part in due_on.split("-"))
    for last in range(day, 0, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise ValueError(due_on)


def months_over(year, *, today):
    """Months of a year that are over on a day.

    >>> months_over(2026, today=date(2026, 3, 1)), months_over(2025, today=date(2026, 3, 1))
    (2, 12)
    """
    if today.year != year:
        return MONTHS if today.year > year else 0
    return today.month - 1


def needed(least, *, period, year, today):
    """How many are needed so far, where a duty asks for so many in each period."""
    over = months_over(year, today=today)
    return {MONTH: least * over, QUARTER: least * (over // MONTHS_OF_A_QUARTER)}.get(period, least)


def is_past(period, due_on, *, year, today):
    """Whether what is not done yet is a gap: a yearly duty has time until its day."""
    return period != YEAR or today > due_day(due_on, year=year)


def state_of(*, done, asked, wanted, share, past):
    """The state of a duty. `asked` are the rows that ask for it, `share` the per cent of them that is enough; None: `wanted` are needed.

    >>> state_of(done=9, asked=10, wanted=0, share=90, past=True)
    'fulfilled'
    >>> state_of(done=0, asked=0, wanted=0, share=100, past=True)
    'not_due'
    """
    if asked is not None:
        if not asked:
            return NOT_DUE
        if done * WHOLE >= share * asked:
            return FULFILLED
        return PARTLY if done else MISSING
    if not wanted and not done:
        return NOT_DUE
    if done >= wanted:
        return FULFILLED
    if not past:
        return NOT_DUE
    return PARTLY if done else MISSING


def reminder_of(days_left):
    """Which reminder is due so many days before the end: the nearest that has come; None where none has, or the day is over.

    >>> [reminder_of(days) for days in (61, 60, 31, 30, 8, 7, 0, -1)]
    [None, 60, 60, 30, 30, 7, 7, None]
    """
    return min((days for days in REMINDERS if 0 <= days_left <= days), default=None)


def is_published(*counts):
    """Whether counts may stand side by side in public: each nothing at all, or at least five.

    >>> is_published(12, 0), is_published(12, 4)
    (True, False)
    """
    return any(counts) and all(count == 0 or count >= LEAST for count in counts)
