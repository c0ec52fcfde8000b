"""When the day a meeting named is over. No Django, no clock."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

CITY_TIME = ZoneInfo("Asia/Shanghai")


def end_of(day):
    """24:00 of a day, kept as the next day's 00:00.

    >>> from datetime import date
    >>> end_of(date(2026, 11, 30)).isoformat()
    '2026-12-01T00:00:00+08:00'
    """
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=CITY_TIME)
