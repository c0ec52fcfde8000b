"""Loads years, local holidays and office hours, and hands out the calendar that limits are counted on."""

from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from itertools import groupby

from django.db import connection, transaction
from django.db.models import Q

from governance.calendar.models import CalendarDay, CalendarYear, OfficePeriod
from governance.calendar.source import DECEMBER, arrangement
from governance.calendar.workdays import SATURDAY, Calendar, DayKind, OfficeHours
from governance.prepared import Composed

SNAPSHOT = Composed.of_text(f"""
SELECT
    (SELECT coalesce(string_agg(to_char(date, 'YYYY-MM-DD') || ' ' || kind, ',' ORDER BY date), '')
        FROM {CalendarDay._meta.db_table}),
    (SELECT coalesce(string_agg(year::text, ',' ORDER BY year), '')
        FROM {CalendarYear._meta.db_table} WHERE official),
    (SELECT coalesce(string_agg(to_char(valid_from, 'YYYY-MM-DD') || ' ' || opens || ' ' || closes, ','
        ORDER BY valid_from, opens), '') FROM {OfficePeriod._meta.db_table})
""")


@dataclass
class Report:
    """What loading a year changed: dates by what happened to them, and the local holidays that stayed (`kept`)."""

    year: int
    added: list[date] = field(default_factory=list)
    changed: list[date] = field(default_factory=list)
    removed: list[date] = field(default_factory=list)
    kept: list[date] = field(default_factory=list)
    became_official: bool = False
    refused: bool = False

    @property
    def recount_from(self):
        """The year from which limits have to be counted anew, or None; a notice may reach into the December before."""
        touched = [day.year for day in (*self.added, *self.changed, *self.removed)]
        return min([self.year, *touched]) if touched or self.became_official else None


def current_calendar():
    """The calendar as it stands in the database now: one small query, read anew only when something changed.

    The query returns the calendar itself as text, so that a change by another process, or one that was rolled back, is
    seen at once. Whoever counts many limits asks once and passes the calendar on.
    """
    return calendar_of(snapshot())


def snapshot():
    """The whole calendar as text: days, years with an official notice, office hours."""
    with connection.cursor() as cursor:
        cursor.execute(*SNAPSHOT.on(connection, {}))
        return cursor.fetchone()


def calendar_of(text):
    """The calendar a snapshot stands for."""
    return _calendar(*text)


@transaction.atomic
def load_year(year, *, days, official, source, at):
    """Bring a year in line with a notice (`official`) or an estimate; safe to run again. Returns a `Report`.

    Local holidays stay. An estimate never replaces a notice: then nothing changes and the report says `refused`.
    Raises `ValueError` for a day outside the year (and the December before), named twice, or made up on a weekday.
    """
    wanted = _checked(year, days)
    row, created = CalendarYear.objects.select_for_update().get_or_create(
        year=year, defaults={"official": official, "source": source, "loaded_at": at}
    )
    if row.official and not official:
        return Report(year, refused=True)
    report = Report(year, became_official=official and (created or not row.official))
    _bring_in_line(row, wanted, source, report)
    if report.recount_from or row.source != source:
        CalendarYear.objects.filter(pk=row.pk).update(official=official, source=source, loaded_at=at)
    return report


def load_arrangement(year, *, at, again=False):
    """Load a year from the libraries; a notice loaded by hand is left alone unless it is to be loaded `again`."""
    wanted = arrangement(year)
    by_hand = CalendarYear.objects.official().filter(year=year).exclude(source=wanted.source).exists()
    if by_hand and not again:
        return Report(year, refused=True)
    return load_year(year, days=wanted.days, official=wanted.official, source=wanted.source, at=at)


def add_local_holiday(day, *, name, source):
    """Make a day free of work here. Raises `ValueError` for a day that is arranged already, be it to be worked."""
    if CalendarDay.objects.filter(date=day).exists():
        raise ValueError(f"{day} is arranged already.")
    return CalendarDay.objects.create(date=day, kind=DayKind.LOCAL, name=name, source=source)


def remove_local_holiday(day):
    """Take a local holiday back; returns whether there was one. A make-up day it hid returns with the next load."""
    return bool(CalendarDay.objects.local().filter(date=day).delete()[0])


@transaction.atomic
def set_office_hours(periods, *, valid_from):
    """Let office hours, as (opens, closes) in order, hold from a day on. Raises `ValueError` if they overlap."""
    hours = OfficeHours(tuple(periods), valid_from)
    OfficePeriod.objects.filter(valid_from=valid_from).delete()
    return OfficePeriod.objects.bulk_create(
        OfficePeriod(opens=opens, closes=closes, valid_from=valid_from) for opens, closes in hours.periods
    )


def _checked(year, days):
    wanted = {}
    for day in days:
        if not date(year - 1, DECEMBER, 1) <= day.date <= date(year, 12, 31) or day.date in wanted:
            raise ValueError(f"{day.date} is outside {year} or named twice.")
        if day.kind == DayKind.MAKE_UP and day.date.weekday() < SATURDAY:
            raise ValueError(f"{day.date} is a weekday: it needs no making up.")
        wanted[day.date] = day
    return wanted


def _bring_in_line(year, wanted, source, report):
    rows = {row.date: row for row in CalendarDay.objects.filter(Q(year=year) | Q(date__in=wanted))}
    local = {day for day, row in rows.items() if row.kind == DayKind.LOCAL}
    report.kept = sorted(local.union(CalendarDay.objects.local().in_year(year.year).values_list("date", flat=True)))
    report.added = sorted(wanted.keys() - rows.keys())
    report.removed = sorted(rows.keys() - wanted.keys())
    report.changed = sorted(day for day in wanted.keys() & rows.keys() - local if _differs(rows[day], wanted[day]))
    stale = [day for day in wanted.keys() - local if day not in rows or rows[day].source != source]
    CalendarDay.objects.filter(date__in=report.removed).delete()
    CalendarDay.objects.bulk_create(
        [
            CalendarDay(date=day, year=year, kind=wanted[day].kind, name=wanted[day].name, source=source)
            for day in sorted({*stale, *report.changed})
        ],
        update_conflicts=True,
        unique_fields=["date"],
        update_fields=["year", "kind", "name", "source"],
    )


def _differs(row, day):
    return (row.kind, row.name) != (day.kind, day.name)


@lru_cache(maxsize=4)
def _calendar(days, years, hours):
    """The calendar a snapshot stands for; a pure function of the text, so that it can never be stale."""
    pairs = (entry.split() for entry in days.split(",") if entry)
    return Calendar(
        days={date.fromisoformat(day): DayKind(kind) for day, kind in pairs},
        official_years=frozenset(int(year) for year in years.split(",") if year),
        office=tuple(_office_hours(entry.split() for entry in hours.split(",") if entry)),
    )


def _office_hours(entries):
    for valid_from, periods in groupby(entries, key=lambda entry: entry[0]):
        times = tuple((time.fromisoformat(opens), time.fromisoformat(closes)) for _, opens, closes in periods)
        yield OfficeHours(times, date.fromisoformat(valid_from))
