"""The key of figures without months, and the shades of the map. No Django, no clock."""

from datetime import date

from governance.places.rules import CODE_LENGTH

STOCK = date(2000, 1, 1)  # the month under which figures without months (存量) are kept
CHANCE = 1.96  # standard deviations: a smaller move is taken for chance
LENGTHS = tuple(CODE_LENGTH.values())
SHADES = (-5, -2, 2, 5)  # percentage points against the place above: the edges between the map's five shades


def has_month(month):
    """Whether it is one of the calendar's, not the key under which stocks are kept."""
    return month != STOCK


def parent_of(path):
    """The path of the place above; "" above the city."""
    above = [length for length in LENGTHS if length < len(path)]
    return path[: above[-1]] if above else ""


def shade(share, against):
    """The shade of a share on the map: 1 (far below the place above) to 5 (far above it); 0 where there is nothing to compare."""
    if share is None or against is None:
        return 0
    points = round(100 * (share - against), 1)
    return 1 + sum(points >= edge for edge in SHADES)


def added(counts):
    """The sum of (numerator, denominator, left out) triples.

    >>> added([(1, 2, 0), (3, 4, 5)])
    (4, 6, 5)
    """
    return tuple(map(sum, zip((0, 0, 0), *counts, strict=True)))


def chart_value(share):
    """Per cent with one decimal, as a chart draws it; None stays None."""
    return None if share is None else round(100 * share, 1)
