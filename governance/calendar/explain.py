"""A limit counted day by day, for people who want to see how its end comes about. Pure, and tested against `due`."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from governance.calendar.workdays import ONE_DAY, SHANGHAI, DayKind, Unit, day_count, due, last_day, unpaused_days

DAY_UNITS = (Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS)


class Verdict(StrEnum):
    """What a day means for a limit."""

    START = "start"  # the day it begins, or the event's own day: not counted (§201)
    COUNTED = "counted"
    FREE = "free"  # no working day, where working days are counted
    PAUSED = "paused"
    MOVED = "moved"  # after the last day fell on a day free of work (§203)


@dataclass(frozen=True)
class CountedDay:
    """One day of a limit: its number where it is counted, and why it is free where the calendar names it."""

    day: date
    verdict: Verdict
    number: int | None
    kind: DayKind | None


def day_by_day(start, *, amount, unit, rolls, calendar, pauses=()):
    """The days from the starting day (or from the event's, backwards) to the last one; empty for minutes and hours.

    Takes the same arguments as `due` and raises as it does.
    """
    unit, pauses = Unit(unit), list(pauses)
    if unit not in DAY_UNITS:
        return []
    end = last_day(due(start, amount=amount, unit=unit, rolls=rolls, calendar=calendar, pauses=pauses).at)
    first = start.astimezone(SHANGHAI).date()
    total, number = day_count(first, amount, unit), 0
    runs = set(takewhile(lambda day: day <= end, unpaused_days(start, pauses)))
    days = [CountedDay(first, Verdict.START, None, calendar.days.get(first))]
    for day in _after(first, end):
        verdict = Verdict.PAUSED if amount > 0 and day not in runs else _verdict(day, unit, calendar, number < total)
        number += verdict == Verdict.COUNTED
        days.append(CountedDay(day, verdict, number if verdict == Verdict.COUNTED else None, calendar.days.get(day)))
    return days


def _verdict(day, unit, calendar, counting):
    if unit == Unit.WORKING_DAYS and not calendar.is_working_day(day):
        return Verdict.FREE
    return Verdict.COUNTED if counting else Verdict.MOVED


def _after(first, last):
    """The days after the first one up to the last one, in either direction."""
    step = 1 if last > first else -1
    return [first + ONE_DAY * step * number for number in range(1, abs((last - first).days) + 1)]
