"""From counts to what is published: rates with their n, groups of like size, ranks, small cells left out. No Django, no clock."""

import json
from dataclasses import dataclass
from hashlib import sha256

from governance.cases.comparing import LEAST, is_ranked, ranked, rate, size_group, withheld

CITY, COUNTY, TOWNSHIP = 4, 6, 9  # lengths of the codes a bulletin counts at
LAST_DRAFTING_DAY = 5  # of the month: until then the draft of the month before is counted anew every day
DIGITS = 4


@dataclass
class Unit:
    """A place in the comparison by one rate."""

    code: str
    n: int
    rate: float | None
    group: str
    place_in_group: int | None = None


def is_drafting_day(day):
    return day.day <= LAST_DRAFTING_DAY


def summed(by_path):
    """{path: [numerator, denominator]} of city, counties and townships, from the counts at the very places."""
    found = {}
    for path, counts in by_path.items():
        for length in (CITY, COUNTY, TOWNSHIP):
            if len(path) >= length:
                here = found.setdefault(path[:length], [0, 0])
                here[0], here[1] = here[0] + counts[0], here[1] + counts[1]
    return found


def withheld_at(places, inputs, names, *, above, shut=frozenset()):
    """What may not be shown of `places`, all of one parent; `names` are all the figures published of them anywhere, the count first.

    `shut` names the columns in which the place above is not shown, so that the rows below it, which add up to it, are not either.
    """
    columns = {name: {code: base(inputs[name].get(code, (0, 0)), name == names[0]) for code, _name in places} for name in names}
    totals = {name: 0 if name in shut else base(inputs[name].get(above, (0, 0)), name == names[0]) for name in names}
    return withheld(columns, totals)


def base(counts, is_count):
    """How many cases a figure tells of: a count itself, a rate its denominator."""
    return counts[0] if is_count else counts[1]


def shut_below(kept, code, names):
    """The columns in which nothing below a place is shown."""
    return frozenset(names) if code in kept.places else kept.columns


def rows(places, inputs, kept, *, count, rates):
    """One row per place of a level, all of one parent: [{code, name, received, group, values: {rate: {…} or None}}].

    `places` are (code, name) pairs, `inputs` {indicator: {code: [numerator, denominator]}}, `kept` what is withheld, `count` the
    indicator that tells a unit's size, `rates` those shown. A place that is withheld has no group either: it would tell its size.
    """
    sizes = {code: inputs[count].get(code, (0, 0))[0] for code, _name in places}
    average = sum(sizes.values()) / len(sizes) if sizes else 0
    groups = {code: size_group(size, average) for code, size in sizes.items() if code not in kept.places}
    values = {one: column(groups, inputs[one]) if one not in kept.columns else {} for one in rates}
    return [
        {
            "code": code,
            "name": name,
            "received": None if kept.hides(code, count) else sizes[code],
            "group": groups.get(code),
            "values": {one: values[one].get(code) for one in rates},
        }
        for code, name in places
    ]


def column(groups, counts):
    """{code: what is published of a rate} of the places that are shown."""
    units = [Unit(code, counts[code][1], rate(*counts[code]), group) for code, group in groups.items()]
    return {unit.code: shown(counts[unit.code], unit.place_in_group) for unit in ranked(units)}


def shown(counts, place_in_group=None):
    """A rate as it is published; n < 30 is shown, not ranked."""
    return {"rate": round(rate(*counts), DIGITS), "n": counts[1], "rank": place_in_group, "ranked": is_ranked(counts[1])}


def city_value(counts):
    """The whole city's rate, or None below five."""
    return shown(counts) if counts[1] >= LEAST else None


def digest(figures):
    """A fingerprint of what was published: whoever kept a copy can prove that nothing was changed."""
    return sha256(json.dumps(figures, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
