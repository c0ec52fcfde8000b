"""How long contact data are kept after a case has ended. No Django, no clock."""

from datetime import timedelta

from governance.calendar.workdays import due

ONE_DAY = timedelta(days=1)


def kept_until(closed_at, *, amount, unit, calendar):
    """The moment from which contact data of a case closed then are kept no longer."""
    return due(closed_at, amount=amount, unit=unit, rolls=False, calendar=calendar).at


def surely_over(at, *, amount, unit, calendar):
    """A moment so early that what was closed before it is past its time at `at`; at most a few days too careful.

    Counted back from `at`, one day less: the day a case was closed on is not counted (民法典 §201).
    """
    return due(at, amount=-amount, unit=unit, rolls=False, calendar=calendar).at - ONE_DAY
