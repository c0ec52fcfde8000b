"""Months, each known by its first day. No Django, no clock."""

from calendar import monthrange
from datetime import date


def month_of(day):
    return day.replace(day=1)


def month_after(month):
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def month_before(month, count=1):
    total = month.year * 12 + month.month - 1 - count
    return date(total // 12, total % 12 + 1, 1)


def months_until(last, count):
    """`count` months in order, the last one being `last`."""
    return [month_before(last, back) for back in range(count - 1, -1, -1)]


def months_between(first, last):
    """All months from `first` to `last`, both included; none where `last` is earlier."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return months_until(last, max(count, 0))


def month_named(text, months):
    """The month written '2026-11', if it is among those offered; else the first of them."""
    return next((month for month in months if f"{month:%Y-%m}" == text), months[0])


def month_typed(text, *, today):
    """The month written '2026-11', whichever it is; the one of today where it is none."""
    try:
        year, month = (int(part) for part in text.split("-"))
        return date(year, month, 1)
    except ValueError:
        return month_of(today)


def weeks_of(month):
    """The weeks of a month from Monday on, seven days each; days of other months are None."""
    days = [None] * month.weekday() + [month.replace(day=day) for day in range(1, monthrange(month.year, month.month)[1] + 1)]
    days += [None] * (-len(days) % 7)
    return [days[start : start + 7] for start in range(0, len(days), 7)]
