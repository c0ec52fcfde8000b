"""What a split or a merge must keep: every household and every name once. No Django, no clock."""

from dataclasses import dataclass

LEAST, MOST = 2, 8  # parts of a split; grids of a merge


@dataclass(frozen=True)
class Part:
    """A grid to come: what it is called and how many households and people it has; None where nobody knows."""

    name: str
    households: int | None = None
    residents: int | None = None


def total(numbers):
    """The sum, or None where one of them is not known (or there are none)."""
    numbers = [*numbers]
    return None if not numbers or None in numbers else sum(numbers)


def repeated(words):
    """Places in the row whose words already stood before them."""
    words = [*words]
    return [place for place, word in enumerate(words) if word in words[:place]]


def split_faults(households, parts, *, recounted=False):
    """What is wrong with splitting a grid of so many households into `parts`: "few", "many", "names", "lost", "gained" or "unknown".

    The parts of a grid whose households are known have as many together, unless they were counted anew.
    """
    faults = []
    if len(parts) < LEAST:
        faults.append("few")
    if len(parts) > MOST:
        faults.append("many")
    if repeated(part.name for part in parts):
        faults.append("names")
    together = total(part.households for part in parts)
    if households is not None and not recounted and together != households:
        faults.append("unknown" if together is None else "lost" if together < households else "gained")
    return faults


def merged(name, parts):
    """One grid of several: all their households and people."""
    return Part(name, total(part.households for part in parts), total(part.residents for part in parts))


def middle(points):
    """The middle of (latitude, longitude) pairs, for a schematic position; (None, None) where none is known."""
    known = [point for point in points if None not in point]
    if not known:
        return None, None
    return tuple(sum(parts) / len(known) for parts in zip(*known, strict=True))
