"""Codes of grids, what their size amounts to, and where their outline may lie. No Django, no clock."""

SERIALS = 999
DEDICATED_MARK = "Z"
VILLAGE_DIGITS = 12
OUTLINES = ("Polygon", "MultiPolygon")
WORLD = ((-180.0, 180.0), (-90.0, 90.0))


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


def outline_fault(outline):
    """What is wrong with a boundary drawn as GeoJSON: "" when it is a closed polygon of the earth, else "kind", "ring" or "place"."""
    if not isinstance(outline, dict) or outline.get("type") not in OUTLINES:
        return "kind"
    coordinates = outline.get("coordinates")
    polygons = [coordinates] if outline["type"] == "Polygon" else coordinates
    if not isinstance(polygons, list) or not polygons:
        return "ring"
    rings = [ring for polygon in polygons if isinstance(polygon, list) for ring in polygon]
    if not rings or not all(_is_closed(ring) for ring in rings):
        return "ring"
    return "" if all(_is_on_earth(point) for ring in rings for point in ring) else "place"


def _is_closed(ring):
    return isinstance(ring, list) and len(ring) >= 4 and ring[0] == ring[-1] and all(_is_point(point) for point in ring)


def _is_point(point):
    return isinstance(point, list) and len(point) >= 2 and all(type(part) in (int, float) for part in point[:2])


def _is_on_earth(point):
    return all(low <= part <= high for part, (low, high) in zip(point, WORLD, strict=False))
