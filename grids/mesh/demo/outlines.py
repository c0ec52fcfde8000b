"""Boundaries for the grids of three villages, so that the map has something to draw. They are strips of no meaning, and say so wherever
they are shown: no boundary of the demo is that of a real place."""

from grids.mesh.demo.seats import position
from grids.mesh.rules import frame_of, tidied

VILLAGES = ("150102001001", "150102001002", "150102001003")
OVERLAPPING = "150102001002"  # the second of its strips lies on the first
SOURCE = "演示用示意图形，不是实际边界"
WIDE, HIGH = 0.004, 0.006  # degrees


def drawn(grids):
    """The same grids, those of the three villages with an outline."""
    for grid in grids:
        if grid.is_base and grid.place.code in VILLAGES:
            grid.boundary, grid.boundary_source = strip(grid.place, int(grid.code[-3:])), SOURCE
            grid.frame = frame_of(grid.boundary)
    return grids


def strip(village, serial):
    """Strips side by side, from the village's schematic position to the east."""
    south, west = position(village, 0)
    west += (serial - 1) * WIDE
    if village.code == OVERLAPPING and serial == 2:
        west -= WIDE / 3
    corners = ((west, south), (west + WIDE, south), (west + WIDE, south + HIGH), (west, south + HIGH), (west, south))
    return tidied({"type": "Polygon", "coordinates": [[list(corner) for corner in corners]]})
