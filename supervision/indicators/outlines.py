"""Outlines of places from longitudes and latitudes to a small drawing: projected, simplified, as SVG paths. No Django."""

from math import cos, hypot, radians

WIDTH = 640  # units of the drawing
TOLERANCE = 0.8  # units by which a simplified line may lie beside the true one
SMALLEST = 6.0  # square units: a smaller ring is not seen


def drawn(areas):
    """(width, height, {code: {"d": path, "at": [x, y] of the label}}) of {code: [ring of (longitude, latitude), …]}."""
    points = [point for rings in areas.values() for ring in rings for point in ring]
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    shrink = cos(radians((south + north) / 2))
    scale = WIDTH / ((east - west) * shrink)

    def placed(point):
        return (point[0] - west) * shrink * scale, (north - point[1]) * scale

    shapes = {code: shape([[placed(point) for point in ring] for ring in rings]) for code, rings in areas.items()}
    return WIDTH, round((north - south) * scale), shapes


def shape(rings):
    """The path of the rings that can be seen, and where the label stands: in the middle of the largest."""
    largest = max(rings, key=lambda ring: abs(area(ring)))
    kept = [ring for ring in rings if ring is largest or abs(area(ring)) >= SMALLEST]
    paths = (" ".join(f"{x:.1f},{y:.1f}" for x, y in simplified(ring)) for ring in kept)
    return {"d": "".join(f"M{path}Z" for path in paths), "at": [round(value) for value in centre(largest)]}


def area(ring):
    """Signed area of a closed ring.

    >>> area([(0, 0), (2, 0), (2, 2), (0, 2)])
    4.0
    """
    return sum(x * below - right * y for (x, y), (right, below) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def centre(ring):
    """The centre of gravity of a ring; of one without area the middle of its points."""
    size = area(ring)
    if not size:
        return tuple(sum(values) / len(ring) for values in zip(*ring, strict=True))
    pairs = [(one, other, one[0] * other[1] - other[0] * one[1]) for one, other in zip(ring, [*ring[1:], ring[0]], strict=True)]
    return tuple(sum((one[axis] + other[axis]) * cross for one, other, cross in pairs) / (6 * size) for axis in (0, 1))


def simplified(ring):
    """Fewer points within the tolerance (Douglas and Peucker), the two furthest from one another kept."""
    far = max(range(len(ring)), key=lambda index: hypot(ring[index][0] - ring[0][0], ring[index][1] - ring[0][1]))
    halves = _thinned(ring[: far + 1])[:-1] + _thinned([*ring[far:], ring[0]])[:-1]
    return halves if len(halves) >= 3 else ring


def _thinned(line):
    keep, stack = {0, len(line) - 1}, [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        worst = max(range(first + 1, last), key=lambda index: _beside(line[index], line[first], line[last]))
        if _beside(line[worst], line[first], line[last]) > TOLERANCE:
            keep.add(worst)
            stack += [(first, worst), (worst, last)]
    return [line[index] for index in sorted(keep)]


def _beside(point, start, end):
    """How far a point lies from the line between two others."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down)
    if not length:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(across * (start[1] - point[1]) - down * (start[0] - point[0])) / length
