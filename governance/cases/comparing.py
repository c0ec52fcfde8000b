"""Rates, groups of like size, ranks, and what of a table may be published. No Django."""

RANKED_FROM = 30  # below this n a figure is shown but not ranked (domain practice)
LARGE, SMALL = 1.5, 0.5  # a unit's size against the average of its siblings
LEAST = 5  # no published cell below it


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


def hidden(counts):
    """The keys whose count is not published: every one below five; alone, its next smallest too, or the total would tell it.

    >>> sorted(hidden({"a": 3, "b": 40, "c": 12}))
    ['a', 'c']
    """
    small = {key for key, count in counts.items() if count < LEAST}
    if len(small) == 1:
        others = [key for key in counts if key not in small]
        small |= {min(others, key=lambda key: (counts[key], key))} if others else set()
    return small
