"""When a meeting must have been announced, whether a vote adds up and carries, and when what was resolved is kept. No Django, no clock."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

CITY_TIME = ZoneInfo("Asia/Shanghai")
SHOWN_FROM = 5  # below so many answers no share is published


def end_of(day):
    """24:00 of a day, kept as the next day's 00:00."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=CITY_TIME)


def announced_in_time(at, latest):
    """Whether a notice at this moment comes before the last one at which it may be given.

    >>> announced_in_time(datetime(2026, 11, 1, 9, tzinfo=CITY_TIME), datetime(2026, 11, 2, tzinfo=CITY_TIME))
    True
    """
    return at < latest


def votes_fault(attended, *, votes):
    """Why counts of for, against and abstained do not fit those who came: "missing", "sum", or ""."""
    if any(count is None for count in votes):
        return "missing"
    return "sum" if sum(votes) != attended else ""


def carries(votes):
    """More than half of those who came say yes (村民委员会组织法 §22, §26)."""
    return 2 * votes[0] > sum(votes)


def is_kept(done_at, by):
    """Whether it was carried out on the day named or before."""
    return done_at < end_of(by)


def satisfaction(satisfied, asked):
    """The share of the satisfied, or None where too few answered for a share to be published."""
    return satisfied / asked if asked is not None and asked >= SHOWN_FROM else None
