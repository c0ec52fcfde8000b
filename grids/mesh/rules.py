"""Codes of grids, what their size amounts to, and what their outlines are. No Django, no clock.

Positions are longitude, latitude in degrees (CGCS2000, which WGS84 equals here), as GeoJSON has them.
"""

from itertools import combinations

from shapely.geometry import Point, mapping, shape
from shapely.ops import unary_union

SERIALS = 999
DEDICATED_MARK = "Z"
VILLAGE_DIGITS = 12
OUTLINES = ("Polygon", "MultiPolygon")
LONGITUDES, LATITUDES = (110.0, 113.0), (39.0, 42.0)  # the city and a margin
MOST_POINTS = 2000  # of one boundary
DIGITS = 6  # of a degree: about a decimetre
SLIVER = 0.01  # share of the smaller grid up to which two outlines count as neighbours drawn by two hands


def path_of(village_path, serial, *, dedicated):
    """A grid's place in the tree, below its village: 150102001001 → 150102001001007, a dedicated one 150102001001Z007."""
    return f"{village_path}{DEDICATED_MARK if dedicated else ''}{serial:03d}"


def code_of(village_path, serial, *, dedicated):
    """The grid's code: the village's and three digits; that of a dedicated grid begins with Z."""
    return f"{DEDICATED_MARK if dedicated else ''}{village_path}{serial:03d}"


def serial_of(code):
    """The last three digits of a code."""
    return int(code[-3:])


def size_of(households, *, least, most):
    """few, usual or many against the usual range; an unknown number is nothing to hint at."""
    if households is None:
        return "usual"
    if households < least:
        return "few"
    return "many" if households > most else "usual"


def cover_of(counted, in_grids, *, unnumbered=0):
    """How all households of a village stand to those in its base grids; `unnumbered` grids have no number of their own."""
    if counted is None:
        return "uncounted"
    if in_grids > counted:
        return "over"
    if unnumbered:
        return "unknown"
    return "whole" if in_grids == counted else "outside"


def outline_fault(outline):
    """What is wrong with a boundary drawn as GeoJSON: "" when it is a plain closed polygon inside the city, else "kind", "ring", "place",
    "size" or "crossing"."""
    if not isinstance(outline, dict) or outline.get("type") not in OUTLINES:
        return "kind"
    coordinates = outline.get("coordinates")
    polygons = [coordinates] if outline["type"] == "Polygon" else coordinates
    if not isinstance(polygons, list) or not polygons or not all(isinstance(polygon, list) and polygon for polygon in polygons):
        return "ring"
    rings = [ring for polygon in polygons for ring in polygon]
    if not all(_is_closed(ring) for ring in rings):
        return "ring"
    if not all(_is_in_city(point) for ring in rings for point in ring):
        return "place"
    if sum(map(len, rings)) > MOST_POINTS:
        return "size"
    return "" if shape(tidied(outline)).is_valid else "crossing"


def tidied(outline):
    """The outline alone, in two dimensions and to a decimetre; for one without a fault of its rings."""
    return {"type": outline["type"], "coordinates": _rounded(outline["coordinates"])}


def _rounded(part):
    if isinstance(part[0], (int, float)):
        return [round(number, DIGITS) for number in part[:2]]
    return [_rounded(one) for one in part]


def frame_of(outline):
    """[west, south, east, north] of an outline; None where there is none."""
    return [float(number) for number in shape(outline).bounds] if outline else None


def lies_in(outline, *, longitude, latitude):
    return shape(outline).covers(Point(longitude, latitude))


def overlapping(outlines):
    """(key, other key, share of the smaller one) of all pairs of {key: outline} that lie on one another by more than a sliver."""
    shapes = {key: shape(outline) for key, outline in outlines.items()}
    found = []
    for (key, one), (other, two) in combinations(shapes.items(), 2):
        smaller = min(one.area, two.area)
        share = one.intersection(two).area / smaller if smaller and one.intersects(two) else 0
        if share > SLIVER:
            found.append((key, other, share))
    return found


def united(outlines):
    """One outline around several."""
    return tidied(mapping(unary_union([shape(tidied(outline)) for outline in outlines])))


def _is_closed(ring):
    return isinstance(ring, list) and len(ring) >= 4 and ring[0] == ring[-1] and all(_is_point(point) for point in ring)


def _is_point(point):
    return isinstance(point, list) and len(point) >= 2 and all(type(part) in (int, float) for part in point[:2])


def _is_in_city(point):
    return all(low <= part <= high for part, (low, high) in zip(point, (LONGITUDES, LATITUDES), strict=False))
