"""How the end of a limit came about, stretch by stretch, for people who check it by hand. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from governance.calendar.explain import Verdict, day_by_day
from governance.calendar.workdays import ONE_DAY, SHANGHAI, Unit, last_day

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Stretch:
    """Days in a row that count alike.

    `numbers` are the first and last number given out on counted days; `minutes` office time counted.
    """

    first: date
    last: date
    verdict: Verdict
    name: str = ""
    numbers: tuple[int, int] | None = None
    minutes: int | None = None


def stretches(start, due_at, *, amount, unit, rolls, calendar, pauses, names):
    """The way from start to end; empty for minutes and hours, which simply run. `names` gives the festival of a day."""
    if unit == Unit.WORKING_HOURS:
        days = office_days(start, due_at, calendar, pauses) if amount > 0 else []
    else:
        days = day_by_day(start, amount=amount, unit=unit, rolls=rolls, calendar=calendar, pauses=pauses)
        days = [Stretch(day.day, day.day, day.verdict, name_of(day, names), numbered(day)) for day in days]
    return [joined(list(group)) for _, group in groupby(days, key=likeness)]


def name_of(day, names):
    """Only a day that is free of work is called by its festival."""
    return names.get(day.day, "") if day.verdict in (Verdict.FREE, Verdict.MOVED) else ""


def numbered(day):
    return (day.number, day.number) if day.number else None


def likeness(stretch):
    """Neighbours that share it are shown as one; a day with its own minutes stands alone."""
    return (stretch.verdict, stretch.name, stretch.first if stretch.minutes else None)


def joined(group):
    first, last = group[0], group[-1]
    numbers = (first.numbers[0], last.numbers[1]) if first.numbers else None
    return Stretch(first.first, last.last, first.verdict, first.name, numbers, first.minutes)


def office_days(start, due_at, calendar, pauses):
    """Day by day, how many minutes of office time ran."""
    day, end, found = start.astimezone(SHANGHAI).date(), last_day(due_at), []
    while day <= end:
        spans = [(max(since, start), min(until, due_at)) for since, until in calendar.office_spans(day)]
        length = sum((running(span, pauses) for span in spans if span[0] < span[1]), timedelta())
        verdict = Verdict.COUNTED if length else Verdict.PAUSED if calendar.is_working_day(day) else Verdict.FREE
        found.append(Stretch(day, day, verdict, minutes=length // MINUTE or None))
        day += ONE_DAY
    return found


def running(span, pauses):
    """The part of a span outside all pauses."""
    since, until = span
    left = until - since
    for paused_since, paused_until in merged(pauses):
        left -= max(min(until, paused_until) - max(since, paused_since), timedelta())
    return left


def merged(pauses):
    """Pauses in order, overlapping ones as one."""
    found = []
    for since, until in sorted(pauses):
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], until))
        else:
            found.append((since, until))
    return found


def paused_within(start, due_at, pauses):
    """How long the clock stood still between start and end; for minutes and hours the limit grew by just that."""
    return sum((max(min(until, due_at) - max(since, start), timedelta()) for since, until in merged(pauses)), timedelta())
