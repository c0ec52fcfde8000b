"""How a limit is counted: pure arithmetic on a working calendar, without a database and without a clock.

Source: Civil Code (民法典) §§200–204. Everything is counted in Asia/Shanghai, whatever offset a moment comes in.

- Minutes and hours run exactly from the starting moment. Working hours run only inside office hours of working days,
  so a start outside them begins at the next opening.
- Days, working days, months and years do not count the starting day (§201). Months and years end on the day of the
  same number, or on the month's last day where there is none (§202). The limit ends at 24:00 of its last day (§203),
  kept as the next day's 00:00.
- A last day that is no working day moves to the next one (§203), for limits that roll.
- A pause lengthens hours by its length, and working hours by the working time in it. A day of which any part was
  paused is not counted, neither as one of the days nor as the day a limit moves to. A pause after the end does nothing.
- A negative amount counts back from an event. Of days, the event's day is not counted and nothing rolls: "-20 days"
  names the twentieth day before the event as the last permissible day, and the limit ends at 24:00 of it. Pauses do
  not move an event, so they do not touch such a limit.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
FOREVER = datetime.max.replace(tzinfo=SHANGHAI)
ONE_DAY = timedelta(days=1)
INSTANT = timedelta.resolution
SATURDAY = 5


class Unit(StrEnum):
    """What a limit counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


EXACT = {Unit.MINUTES: timedelta(minutes=1), Unit.HOURS: timedelta(hours=1)}
MONTHS_IN = {Unit.MONTHS: 1, Unit.YEARS: 12}


class DayKind(StrEnum):
    """Why a day is not what its place in the week says; everything but a make-up day is free of work."""

    HOLIDAY = "holiday"
    MAKE_UP = "make_up"
    LOCAL = "local"


class Span(NamedTuple):
    """A stretch of time: `since` belongs to it, `until` no longer does."""

    since: datetime
    until: datetime


class TimeLeft(NamedTuple):
    """Working time: whole working days, and the minutes of office hours beyond them."""

    working_days: int
    minutes: int


@dataclass(frozen=True)
class Due:
    """The end of a limit; `provisional` where it touches a year without official notice, so that it may still move."""

    at: datetime
    provisional: bool


@dataclass(frozen=True)
class OfficeHours:
    """Office hours of a working day from `valid_from` on: (opens, closes) in order. `ValueError` if they overlap."""

    periods: tuple[tuple[time, time], ...] = ((time(9), time(12)), (time(14, 30), time(17, 30)))
    valid_from: date = date.min

    def __post_init__(self):
        bounds = [bound for period in self.periods for bound in period]
        if not bounds or any(earlier >= later for earlier, later in pairwise(bounds)):
            raise ValueError("Office hours must be periods in order that do not overlap.")

    @cached_property
    def length(self):
        """The office time of one working day, a timedelta."""
        return sum((_since_midnight(closes) - _since_midnight(opens) for opens, closes in self.periods), timedelta())


@dataclass(frozen=True)
class Calendar:
    """Which days are worked, and when. A day without an entry is what its place in the week says.

    `office` holds office hours in order of `valid_from`; before the first of them the default hours hold.
    """

    days: Mapping[date, DayKind] = field(default_factory=dict)
    official_years: frozenset[int] = frozenset()
    office: tuple[OfficeHours, ...] = ()

    def is_working_day(self, day):
        kind = self.days.get(day)
        return day.weekday() < SATURDAY if kind is None else kind == DayKind.MAKE_UP

    def is_official(self, first, last):
        """Whether an official notice is loaded for every year from one day to the other."""
        return self.official_years.issuperset(range(first.year, last.year + 1))

    def working_days(self, first, last):
        """How many working days lie from one day to the other, both included; 0 where `last` is the earlier."""
        if last < first:
            return 0
        in_week = _weekdays(last.toordinal()) - _weekdays(first.toordinal() - 1)
        return in_week - _between(self._freed, first, last) + _between(self._made_up, first, last)

    def hours_on(self, day):
        return next((hours for hours in reversed(self.office) if hours.valid_from <= day), DEFAULT_OFFICE_HOURS)

    def office_spans(self, day):
        """The office hours of a day, none on a day that is not worked."""
        if not self.is_working_day(day):
            return []
        return [Span(_moment(day, opens), _moment(day, closes)) for opens, closes in self.hours_on(day).periods]

    @cached_property
    def _freed(self):
        return sorted(day for day in self.days if day.weekday() < SATURDAY and not self.is_working_day(day))

    @cached_property
    def _made_up(self):
        return sorted(day for day in self.days if day.weekday() >= SATURDAY and self.is_working_day(day))


DEFAULT_OFFICE_HOURS = OfficeHours()


def due(start, *, amount, unit, rolls, calendar, pauses=()):
    """When a limit ends that began at `start` (or, for a negative amount, that ends before the event at `start`).

    `pauses` are (since, until) pairs in any order; a pause that still lasts is passed with `until` as of now. Raises
    `ValueError` for an amount of 0, a moment without offset from UTC, or a pause that ends before it begins.
    """
    unit, start = Unit(unit), _local(start)
    if amount == 0:
        raise ValueError("A limit of 0 has no end.")
    pauses = _in_order(pauses)
    at = _back(start, amount, unit, calendar) if amount < 0 else _forth(start, amount, unit, rolls, calendar, pauses)
    return Due(at, provisional=not calendar.is_official(*sorted((start.date(), last_day(at)))))


def before(moment, *, hours=None, working_hours=None, calendar=None):
    """The moment so many hours, or working hours (which need the calendar), before another; for warnings."""
    if (hours is None) == (working_hours is None):
        raise ValueError("Either hours or working hours.")
    if hours is not None:
        return _local(moment) - timedelta(hours=hours)
    return _office_time_back(_local(moment), timedelta(hours=working_hours), calendar)


def last_day(due_at):
    """The last day of a limit: 24:00, kept as the next day's 00:00, still belongs to the day it ends."""
    return (_local(due_at) - INSTANT).date()


def last_moment(due_at):
    """A moment inside the last day of a limit, to count another limit back from its end without being a day out."""
    return _local(due_at) - INSTANT


def day_count(start_day, amount, unit):
    """How many days a limit counts from a day on, or back from it: months and years have the length they have there."""
    return abs((_months_on(start_day, amount * MONTHS_IN[unit]) - start_day).days) if unit in MONTHS_IN else abs(amount)


def unpaused_days(start, pauses):
    """The days after the starting one of which no part was paused, without end."""
    return _unpaused_days(_local(start).date(), _in_order(pauses))


def working_time_left(at, due_at, calendar):
    """The office time from `at` to `due_at`; nothing once due. A working day is as long as office hours on `at`'s day.

    Nights and holidays hold no working time: a limit that ends in one may have none left and yet not be due.
    """
    at, due_at = _local(at), _local(due_at)
    if due_at <= at:
        return TimeLeft(0, 0)
    day_length = calendar.hours_on(at.date()).length
    days, rest = divmod(_office_time(at, due_at, calendar), day_length)
    return TimeLeft(days, rest // timedelta(minutes=1))


def _local(moment):
    if moment.utcoffset() is None:
        raise ValueError("A moment needs an offset from UTC.")
    return moment.astimezone(SHANGHAI)


def _moment(day, clock):
    return datetime.combine(day, clock, SHANGHAI)


def _since_midnight(clock):
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond)


def _midnight_after(day):
    """24:00 of a day, kept as the next day's 00:00."""
    return _moment(day + ONE_DAY, time())


def _weekdays(ordinal):
    """Mondays to Fridays among the first `ordinal` days of the calendar, whose first day is a Monday."""
    weeks, rest = divmod(ordinal, 7)
    return 5 * weeks + min(rest, 5)


def _between(days, first, last):
    return bisect_right(days, last) - bisect_left(days, first)


def _in_order(pauses):
    """The pauses as spans by their beginning, without those of no length; they may overlap."""
    spans = sorted(Span(_local(since), _local(until)) for since, until in pauses)
    if any(until < since for since, until in spans):
        raise ValueError("A pause cannot end before it begins.")
    return [span for span in spans if span.since < span.until]


def _forth(start, amount, unit, rolls, calendar, pauses):
    if unit in EXACT:
        return _spent(EXACT[unit] * amount, [Span(start, FOREVER)], pauses)
    if unit == Unit.WORKING_HOURS:
        return _spent(timedelta(hours=amount), _office_spans(start, calendar), pauses)
    days = _unpaused_days(start.date(), pauses)
    if unit == Unit.WORKING_DAYS:
        days = filter(calendar.is_working_day, days)
    last = next(islice(days, day_count(start.date(), amount, unit) - 1, None))
    while rolls and not calendar.is_working_day(last):
        last = next(days)
    return _midnight_after(last)


def _back(event, amount, unit, calendar):
    if unit in EXACT:
        return event + EXACT[unit] * amount
    if unit == Unit.WORKING_HOURS:
        return _office_time_back(event, timedelta(hours=-amount), calendar)
    if unit in MONTHS_IN:
        return _midnight_after(_months_on(event.date(), amount * MONTHS_IN[unit]))
    if unit == Unit.DAYS:
        return _midnight_after(event.date() + ONE_DAY * amount)
    days = filter(calendar.is_working_day, _days_before(event.date()))
    return _midnight_after(next(islice(days, -amount - 1, None)))


def _spent(length, spans, pauses):
    """The earliest moment at which `length` has passed inside the spans and outside the pauses."""
    for since, until in _outside(pauses, spans):
        if until - since >= length:
            return since + length
        length -= until - since
    raise OverflowError("The limit does not end.")


def _outside(pauses, spans):
    """The parts of the spans, in order, that no pause covers."""
    for since, until in spans:
        for pause in pauses:
            if since < pause.since < until:
                yield Span(since, pause.since)
            if pause.since < until:
                since = max(since, pause.until)
        if since < until:
            yield Span(since, until)


def _office_spans(start, calendar):
    """Office hours from a moment on, without end."""
    for day in _days_from(start.date()):
        for since, until in calendar.office_spans(day):
            if start < until:
                yield Span(max(start, since), until)


def _office_time_back(moment, length, calendar):
    """The latest moment from which `length` of office time lies before `moment`."""
    for since, until in _office_spans_back(moment, calendar):
        if until - since >= length:
            return until - length
        length -= until - since
    raise OverflowError("The limit does not begin.")


def _office_spans_back(moment, calendar):
    """Office hours up to a moment, the last first, without end."""
    for day in _days_before(moment.date() + ONE_DAY):
        for since, until in reversed(calendar.office_spans(day)):
            if since < moment:
                yield Span(since, min(until, moment))


def _unpaused_days(start, pauses):
    """The days after the starting one of which no part was paused, without end."""
    day = start + ONE_DAY
    for since, until in pauses:
        while day < since.date():
            yield day
            day += ONE_DAY
        day = max(day, last_day(until) + ONE_DAY)
    yield from _days_from(day)


def _days_from(day):
    while True:
        yield day
        day += ONE_DAY


def _days_before(day):
    while True:
        day -= ONE_DAY
        yield day


def _months_on(day, months):
    """The day of the same number, or the month's last day where there is none (§202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _office_time(since, until, calendar):
    """The office time between two moments: the parts of the first and the last day, and the whole days between."""
    first, last = since.date(), until.date()
    parts = [
        max(min(until, span.until) - max(since, span.since), timedelta()) for day in {first, last} for span in calendar.office_spans(day)
    ]
    return sum(parts, _office_time_of_days(first + ONE_DAY, last - ONE_DAY, calendar))


def _office_time_of_days(first, last, calendar):
    """The office time of whole days: working days times the hours, and from each change of hours on what it added."""
    total = calendar.working_days(first, last) * DEFAULT_OFFICE_HOURS.length
    for earlier, later in pairwise((DEFAULT_OFFICE_HOURS, *calendar.office)):
        total += calendar.working_days(max(first, later.valid_from), last) * (later.length - earlier.length)
    return total
