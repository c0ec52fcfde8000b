"""From counts to what is published: rates with their n, groups of like size, ranks, small cells left out. No Django, no clock."""

import json
from dataclasses import dataclass
from hashlib import sha256

from governance.cases.comparing import LEAST, hidden, is_ranked, ranked, rate, size_group

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


def rows(places, inputs, *, count, rates, shut=None):
    """One row per place of a level, all of one parent: [{code, name, received, group, values: {rate: {…} or None}}].

    `places` are (code, name) pairs, `inputs` {indicator: {code: [numerator, denominator]}}, `count` the indicator that tells a unit's
    size, `rates` those shown. `shut` names the columns that may not be shown at all, because the place above is not shown in them.
    """
    shut = shut or set()
    codes = [code for code, _name in places]
    sizes = {code: inputs[count].get(code, (0, 0))[0] for code in codes}
    average = sum(sizes.values()) / len(codes) if codes else 0
    groups = {code: size_group(sizes[code], average) for code in codes}
    unshown = set(codes) if count in shut else hidden(sizes)
    values = {one: set() if one in shut else column(codes, inputs[one], groups) for one in rates}
    return [
        {
            "code": code,
            "name": name,
            "received": None if code in unshown else sizes[code],
            "group": groups[code],
            "values": {one: values[one][code] if one not in shut and code in values[one] else None for one in rates},
        }
        for code, name in places
    ]


def column(codes, counts, groups):
    """{code: what is published of a rate}; the codes left out are not published."""
    bases = {code: counts.get(code, (0, 0))[1] for code in codes}
    unshown = hidden(bases)
    units = [Unit(code, bases[code], rate(*counts[code]), groups[code]) for code in codes if code not in unshown]
    return {unit.code: shown(counts[unit.code], unit.place_in_group) for unit in ranked(units)}


def shown(counts, place_in_group=None):
    """A rate as it is published; n < 30 is shown, not ranked."""
    return {"rate": round(rate(*counts), DIGITS), "n": counts[1], "rank": place_in_group, "ranked": is_ranked(counts[1])}


def city_value(counts):
    """The whole city's rate, or None below five."""
    return shown(counts) if counts[1] >= LEAST else None


def unshown_columns(row, *, count, rates):
    """The columns in which a row is not shown: neither are the rows below it, which would add up to it."""
    return {one for one in rates if row["values"][one] is None} | ({count} if row["received"] is None else set())


def digest(figures):
    """A fingerprint of what was published: whoever kept a copy can prove that nothing was changed."""
    return sha256(json.dumps(figures, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
