"""Rates, groups of like size, ranks, and what of a table may be published. No Django."""

from collections import Counter
from dataclasses import dataclass
from math import sqrt

RANKED_FROM = 30  # below this n a figure is shown but not ranked (domain practice)
COMPARED_FROM = 3  # a rank says something among three and more; fewer ranked units in a group have none
LARGE, SMALL = 1.5, 0.5  # a unit's size against the average of its siblings
CONFIDENCE = 1.96  # standard deviations: 95 of 100 intervals hold the true share
LEAST = 5  # no published cell below it


def rate(numerator, denominator):
    """Share between 0 and 1, or None where nothing was due."""
    return numerator / denominator if denominator else None


def interval(numerator, denominator, *, z=CONFIDENCE):
    """Between which shares the true one lies (Wilson's score interval, 95 %); None of nothing.

    >>> [round(end, 3) for end in interval(45, 50)]
    [0.786, 0.957]
    """
    if not denominator:
        return None
    share, spread = numerator / denominator, z * z / denominator
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / denominator + spread / (4 * denominator))
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def beyond_chance(numerator, denominator, against):
    """1 where the share is above another beyond chance, -1 where it is below it, 0 where the interval holds it or there is none."""
    ends = interval(numerator, denominator)
    if ends is None or against is None:
        return 0
    return (ends[0] > against) - (ends[1] < against)


def moved(now, before):
    """By how many standard deviations a share moved between two (numerator, denominator); 0 where one of them is of nothing.

    >>> round(moved((90, 100), (80, 100)), 2)
    1.98
    """
    if not now[1] or not before[1]:
        return 0.0
    together = (now[0] + before[0]) / (now[1] + before[1])
    deviation = sqrt(together * (1 - together) * (1 / now[1] + 1 / before[1]))
    return (now[0] / now[1] - before[0] / before[1]) / deviation if deviation else 0.0


def is_ranked(n):
    return n >= RANKED_FROM


def size_group(n, average):
    """Units are compared with units of like size: A from 1.5 times the average of their siblings, C below half of it."""
    if not average or n < SMALL * average:
        return "C"
    return "A" if n >= LARGE * average else "B"


def ranked(units, *, better="higher"):
    """Units inside each size group, best first; those with too few cases stand last, unranked.

    `units`: objects with `group`, `rate` (or None) and `n`. Sets `place_in_group` (1, 2, …) or None. Ties share a place. A group with
    fewer than three that have enough cases has no ranks: to be the first of one says nothing.
    """
    ordered = sorted(units, key=lambda unit: _order(unit, better))
    counted = Counter(unit.group for unit in ordered if _counts(unit))
    for group in (group for group, count in counted.items() if count >= COMPARED_FROM):
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


@dataclass(frozen=True)
class Withheld:
    """What a table does not show: `places` in none of its columns, `columns` of no place."""

    places: frozenset
    columns: frozenset

    def hides(self, place, column):
        return place in self.places or column in self.columns


def withheld(columns, totals):
    """What may not be shown of a table of places whose sums are public.

    `columns` are {name: {place: count}}, the first one telling how large a place is, the others what its rates rest on; `totals`
    {name: the public sum}, 0 where that is not public. A column is closed where its sum is below five, and (but not the first) where
    more than half of the places that are large enough are below five in it. A place below five in an open column is hidden in all of
    them. Then the next smallest is hidden too, while only one is hidden or the hidden ones together make 1 to 4 in an open column.

    What can be derived: in each open column the sum of the hidden places, which is 0 or at least five, over two places or more. What
    else is known (a numerator is no more than its base, a base no more than what was received) also holds where one hidden place has
    it all and the others nothing; so each hidden cell may be 0 and may be the whole sum, and none of 1 to 4 is bounded. This needs
    that nothing tells the hidden places apart: neither their group, nor their order, nor which was hidden for its own sake.

    Numerators are no columns. Of a shown place with its base of five or more the rate tells numerator and rest, though they be 1 to 4
    (six of seven): that is what a rate says, and nobody of the seven is told apart. Of hidden places only the sums of numerators and
    rests can be derived, on a base of five or more as well; 0 or all of them tells a share of the hidden together, no count of one.

    >>> sorted(withheld({"received": {"a": 3, "b": 40, "c": 12}}, {"received": 55}).places)
    ['a', 'c']
    """
    size, sizes = next(iter(columns.items()))
    closed = {name for name in columns if totals[name] < LEAST}
    closed |= {name for name, counts in columns.items() if name != size and _is_thin(counts, sizes)}
    shown = [counts for name, counts in columns.items() if name not in closed]
    if size in closed:
        return Withheld(frozenset(sizes), frozenset(columns))
    unshown = {place for place in sizes if any(counts[place] < LEAST for counts in shown)}
    for place in sorted(sizes.keys() - unshown, key=lambda place: (sizes[place], place)):
        if _is_covered(unshown, shown):
            break
        unshown.add(place)
    return Withheld(frozenset(unshown), frozenset(closed))


def _is_thin(counts, sizes):
    large = [place for place, count in sizes.items() if count >= LEAST]
    return 2 * sum(counts[place] < LEAST for place in large) > len(large)


def _is_covered(unshown, columns):
    sums = [sum(counts[place] for place in unshown) for counts in columns]
    return not unshown or (len(unshown) > 1 and not any(0 < count < LEAST for count in sums))


def withheld_of_sum(parts):
    """What a table that adds up others (a year of months) may not show: whatever one of them does not; `parts` are (Withheld, totals).

    Each of its cells is then the sum of shown cells and tells nothing that they do not tell. A sum of nothing at all withholds nothing.
    """
    places = [one.places for one, totals in parts if any(totals.values())]
    columns = [{name for name in one.columns if totals[name]} for one, totals in parts]
    return Withheld(frozenset().union(*places), frozenset().union(*columns))
