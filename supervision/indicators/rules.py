"""The key of figures without months, and the shades of the map. No Django, no clock."""

from datetime import date

STOCK = date(2000, 1, 1)  # the month under which figures without months (存量) are kept
SHADES = (-5, -2, 2, 5)  # percentage points against the place above: the edges between the map's five shades


def has_month(month):
    """Whether it is one of the calendar's, not the key under which stocks are kept."""
    return month != STOCK


def shade(share, against):
    """The shade of a share on the map: 1 (far below the place above) to 5 (far above it); 0 where there is nothing to compare."""
    if share is None or against is None:
        return 0
    points = round(100 * (share - against), 1)
    return 1 + sum(points >= edge for edge in SHADES)
