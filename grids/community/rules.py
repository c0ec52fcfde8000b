"""Months of the calendar. No Django, no clock."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

CITY_TIME = ZoneInfo("Asia/Shanghai")
MONTH = re.compile(r"^(20\d{2})-(0[1-9]|1[0-2])$")


@dataclass(frozen=True)
class Entry:
    """One line of the calendar, whatever it is: an activity, a call for volunteers, a meeting."""

    uid: str
    kind: str
    title: str
    starts: Any
    ends: Any
    venue: str
    place: str
    url: str
    cancelled: bool = False
    text: str = ""


def month_of(text, *, today):
    """The first day of the month an address names as 2026-11; this month for anything else.

    >>> month_of("2026-02", today=date(2026, 11, 23))
    datetime.date(2026, 2, 1)
    """
    found = MONTH.match(text or "")
    return date(int(found[1]), int(found[2]), 1) if found else today.replace(day=1)


def month_after(first, count=1):
    """The first day of the month so many months after (before, where negative)."""
    month = first.year * 12 + first.month - 1 + count
    return date(month // 12, month % 12 + 1, 1)


def span(first, months=1):
    """(beginning, end) of so many months from a first day on, as moments of the city."""
    return tuple(datetime.combine(day, time.min, tzinfo=CITY_TIME) for day in (first, month_after(first, months)))


def by_day(entries):
    """[(day, entries of it)], in the order of time."""
    found = {}
    for entry in sorted(entries, key=lambda one: (one.starts, one.uid)):
        found.setdefault(entry.starts.astimezone(CITY_TIME).date(), []).append(entry)
    return [*found.items()]
