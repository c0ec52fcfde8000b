"""Months, rates, groups of like size, and how the units lie to one another. No Django, no clock."""

from datetime import date

STOCK = date(2000, 1, 1)  # the month under which figures without months (存量) are kept
RANKED_FROM = 30  # below this n a figure is shown but not ranked (domain practice)
LARGE, SMALL = 1.5, 0.5  # a unit's size against the average of its siblings
SHADES = (-5, -2, 2, 5)  # percentage points against the place above: the edges between the map's five shades

# Column and row of the ten county-level units on the schematic map, as their seats lie (places/data/seats.csv).
TILES = {
    "150125": (1, 0),
    "150172": (0, 1), "150103": (1, 1), "150102": (2, 1),
    "150121": (0, 2), "150104": (1, 2), "150105": (2, 2),
    "150122": (0, 3), "150123": (1, 3),
    "150124": (1, 4),
}  # fmt: skip


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


def has_month(month):
    """Whether it is one of the calendar's, not the key under which stocks are kept."""
    return month != STOCK


def month_named(text, months):
    """The month written '2026-11', if it is among those offered; else the first of them."""
    return next((month for month in months if f"{month:%Y-%m}" == text), months[0])


def rate(numerator, denominator):
    """Share between 0 and 1, or None where nothing was due."""
    return numerator / denominator if denominator else None


def is_ranked(n):
    return n >= RANKED_FROM


def size_group(n, average):
    """Units are compared with units of like size: A from 1.5 times the average of their siblings, C below half of it."""
    if not average or n < SMALL * average:
        return "C"
    return "A" if n >= LARGE * average else "B"


def shade(share, against):
    """The shade of a share on the map: 1 (far below the place above) to 5 (far above it); 0 where there is nothing to compare."""
    if share is None or against is None:
        return 0
    points = round(100 * (share - against), 1)
    return 1 + sum(points >= edge for edge in SHADES)


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
    """Ranked ones by their rate; what is not ranked is not put in order of its rate either, but by its cases."""
    sign = -1 if better == "higher" else 1
    return unit.group, not _counts(unit), sign * unit.rate if _counts(unit) else 0, -unit.n


def tile_positions(codes):
    """{code: (column, row)}; empty unless the map knows one of them. What it does not know yet stands in a row below it."""
    known = {code: TILES[code] for code in codes if code in TILES}
    if not known:
        return {}
    below = 1 + max(row for _column, row in known.values())
    strangers = [code for code in codes if code not in known]
    width = 1 + max(column for column, _row in known.values())
    return known | {code: (index % width, below + index // width) for index, code in enumerate(strangers)}
