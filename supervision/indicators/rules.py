"""Months, rates and groups of like size. No Django, no clock."""

from datetime import date

RANKED_FROM = 30  # below this n a figure is shown but not ranked (domain practice)
SIZE_GROUPS = ((0, "C"), (200, "B"), (1000, "A"))


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


def parsed_month(text):
    """'2026-11' → its first day; None for anything else."""
    try:
        year, month = (int(part) for part in text.split("-"))
        return date(year, month, 1)
    except (AttributeError, TypeError, ValueError):
        return None


def rate(numerator, denominator):
    """Share between 0 and 1, or None where nothing was due."""
    return numerator / denominator if denominator else None


def is_ranked(n):
    return n >= RANKED_FROM


def size_group(n):
    """Units are compared with units of like size, by how many cases they received."""
    return [name for least, name in SIZE_GROUPS if n >= least][-1]


def ranked(units, *, better="higher"):
    """Units inside each size group, best first; those with too few cases stand last, unranked.

    `units`: objects with `group`, `rate` (or None) and `n`. Sets `place_in_group` (1, 2, …) or None. Ties share a place.
    """
    ordered = sorted(units, key=lambda unit: _order(unit, better))
    for group in {unit.group for unit in ordered}:
        place, last = 0, None
        for position, unit in enumerate((unit for unit in ordered if unit.group == group and _counts(unit)), start=1):
            place = place if unit.rate == last else position
            unit.place_in_group, last = place, unit.rate
    return ordered


def _counts(unit):
    return unit.rate is not None and is_ranked(unit.n)


def _order(unit, better):
    sign = -1 if better == "higher" else 1
    return unit.group, not _counts(unit), sign * (unit.rate or 0), -unit.n
