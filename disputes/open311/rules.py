"""Sums and words of the interface: moments, boxes, attributes. No Django, no clock.

Coordinates leave rounded to `DIGITS` decimals, a block of some hundred metres, and are searched as rounded: a box that shrinks step by
step finds no house.
"""

import math
import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

CITY_TIME = ZoneInfo("Asia/Shanghai")
LONGEST_WINDOW = timedelta(days=90)
MOST_ROWS = 1000
DIGITS = 3
CELLS = 10**DIGITS
METRES_PER_DEGREE = 111_195
LONGEST_ANSWER = 1000  # characters
ATTRIBUTE = re.compile(r"^attribute\[([A-Za-z0-9_.-]+)\](?:\[\])?$")
LOST_PLUS = re.compile(r" (\d\d:?\d\d)$")  # a "+" that was not encoded in the address arrives as a blank
DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
FORBIDDEN_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Wrong(ValueError):
    """What was sent cannot be understood; the argument names the parameter."""


def moment(text):
    """A W3C date and time with its offset, or a day of the city's own time.

    >>> moment("2010-01-01T00:00:00Z").isoformat()
    '2010-01-01T00:00:00+00:00'
    """
    text = LOST_PLUS.sub(r"+\1", text.strip())
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Wrong(text) from None
    if found.tzinfo is None:
        if not DAY.match(text):
            raise Wrong(text)
        return found.replace(tzinfo=CITY_TIME)
    return found


def window(start, end, *, at):
    """The span asked for, at most ninety days; what is left open is the most recent that fits."""
    if end is None:
        end = min(at, start + LONGEST_WINDOW) if start else at
    if start is None:
        start = end - LONGEST_WINDOW
    if end - start > LONGEST_WINDOW or end < start:
        raise Wrong("end_date")
    return start, end


def rounded(degrees):
    """A coordinate as it leaves; half a cell goes up."""
    return math.floor(degrees * CELLS + 0.5) / CELLS


def cells(low, high):
    """The half-open range of exact degrees whose rounded value lies between low and high, both included.

    >>> cells(40.8, 40.801)
    (40.7995, 40.8015)
    """
    first, last = math.ceil(round(low * CELLS, 6)), math.floor(round(high * CELLS, 6))
    return (2 * first - 1) / (2 * CELLS), (2 * last + 1) / (2 * CELLS)


def degrees(text, *, most):
    """A number of degrees within ±most."""
    try:
        found = float(text)
    except ValueError:
        raise Wrong(text) from None
    if not -most <= found <= most:  # refuses "nan" as well
        raise Wrong(text)
    return found


def box(text):
    """minlon,minlat,maxlon,maxlat as (west, south, east, north)."""
    parts = text.split(",")
    if len(parts) != 4:
        raise Wrong("bbox")
    west, south, east, north = (degrees(part, most=90 if index % 2 else 180) for index, part in enumerate(parts))
    if west > east or south > north:
        raise Wrong("bbox")
    return west, south, east, north


def around(lat, long, radius):
    """The box of a circle of so many metres, as (west, south, east, north)."""
    high = radius / METRES_PER_DEGREE
    wide = high / max(math.cos(math.radians(lat)), 0.01)
    return long - wide, lat - high, long + wide, lat + high


def attribute_answers(fields):
    """{code: [values]} of the parameters attribute[code] and attribute[code][]; `fields` are (name, values) pairs."""
    found = {}
    for name, values in fields:
        if match := ATTRIBUTE.match(name):
            found.setdefault(match[1], []).extend(value.strip() for value in values if value.strip())
    return {code: values for code, values in found.items() if values}


def fits(datatype, values, keys=()):
    """Whether the answers are of the attribute's type; `keys` are those of a list."""
    if any(len(value) > LONGEST_ANSWER for value in values):
        return False
    if datatype != "multivaluelist" and len(values) != 1:
        return False
    if datatype in ("singlevaluelist", "multivaluelist"):
        return set(values) <= set(keys)
    if datatype == "number":
        return is_number(values[0])
    if datatype == "datetime":
        return is_moment(values[0])
    return datatype == "text" or "\n" not in values[0]


def is_number(text):
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def is_moment(text):
    try:
        return bool(moment(text))
    except Wrong:
        return False


def plain(text):
    """Text without what XML 1.0 cannot carry."""
    return FORBIDDEN_IN_XML.sub("", text)


def values_of(lines):
    """[[key, name], …] of lines "key|name"; a line without a bar is both.

    >>> values_of("day|白天")
    [['day', '白天']]
    """
    pairs = [line.strip().partition("|") for line in lines.splitlines() if line.strip()]
    return [[key.strip(), name.strip() or key.strip()] for key, _bar, name in pairs]


def lines_of(values):
    """The same the other way round."""
    return "\n".join(f"{key}|{name}" for key, name in values)
