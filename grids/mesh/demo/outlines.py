"""Boundaries for the grids of three villages, so that the map has something to draw. They are strips of no meaning, and say so wherever
they are shown: no boundary of the demo is that of a real place."""

from grids.mesh.demo.seats import DIGITS, SEATS
from grids.mesh.rules import frame_of, tidied

VILLAGES = ("150102001001", "150102001002", "150102001003")
OVERLAPPING = "150102001002"  # the second of its strips lies on the first
SOURCE = "演示用示意图形，不是实际边界"
WIDE, HIGH = 0.004, 0.006  # degrees
APART = 1.4 * HIGH  # from the strips of one village to those of the next


def drawn(grids):
    """The same grids, those of the three villages with an outline."""
    for grid in grids:
        if grid.is_base and grid.place.code in VILLAGES:
            grid.boundary, grid.boundary_source = strip(grid.place, int(grid.code[-3:])), SOURCE
            west, south, east, north = grid.frame = frame_of(grid.boundary)
            grid.latitude, grid.longitude = round((south + north) / 2, DIGITS), round((west + east) / 2, DIGITS)
    return grids


def strip(village, serial):
    """Strips side by side to the east, those of each village below the last one's: from the schematic position of the street."""
    south, west = SEATS[village.code[:6]]
    south -= VILLAGES.index(village.code) * APART
    west += (serial - 1) * WIDE
    if village.code == OVERLAPPING and serial == 2:
        west -= WIDE / 3
    corners = ((west, south), (west + WIDE, south), (west + WIDE, south + HIGH), (west, south + HIGH), (west, south))
    return tidied({"type": "Polygon", "coordinates": [[list(corner) for corner in corners]]})
