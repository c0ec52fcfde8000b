"""Days of resolutions, and what can be held. No Django, no clock."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

CITY_TIME = ZoneInfo("Asia/Shanghai")


def end_of_day(day):
    """24:00 of a day, kept as the next day's 00:00; None of no day."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=CITY_TIME) if day else None


def is_credible(held_at, *, since, at):
    """A meeting is entered after it was held, and was held after somebody called it."""
    return since <= held_at <= at
