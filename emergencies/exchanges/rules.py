"""The exchange file of an incident: what it is made of, its checksum, and how one from elsewhere is read. No Django, no clock.

The checksum is SHA-256 over the file without it, written with sorted keys and no spaces, in UTF-8: whoever gets the file by one way and the
paper by another can tell that both say the same. docs/hotlines.md has an example.
"""

import hashlib
import json
from datetime import datetime

FORMAT = "incident-exchange/1"
LONGEST_NUMBER, MOST_SERIALS, MOST_COUNTED = 40, 10_000, 10_000_000
TEXTS = {"title": 60, "description": 2000}  # characters, both needed
MORE_TEXTS = {"kind": 20, "kind_label": 30, "place": 120, "address": 120, "grade_label": 20, "state_label": 20, "response_label": 20}
COORDINATES = {"latitude": 90, "longitude": 180}


class Unreadable(ValueError):
    """The file cannot be taken in; the argument is a code: `json`, `format`, `checksum`, or the name of a field."""


def checksum(content):
    """Of a file's content, its own checksum left out; 64 hexadecimal digits."""
    bare = {name: value for name, value in content.items() if name != "checksum"}
    text = json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def sealed(content):
    """The content with its checksum."""
    return {**content, "checksum": checksum(content)}


def written(content):
    """The file, for people to read as well."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def spoken(digest):
    """The beginning of a checksum in groups, as it is read out by telephone.

    >>> spoken("0123456789abcdef" * 4)
    '0123 4567 89ab cdef'
    """
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def read(raw):
    """The content of a file's bytes, checked to the last field. Raises `Unreadable`."""
    try:
        content = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number)
        digest = checksum(content) if isinstance(content, dict) else ""
    except (ValueError, RecursionError):
        raise Unreadable("json") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Unreadable("format")
    if content.get("checksum") != digest:
        raise Unreadable("checksum")
    check(content)
    return content


def _no_number(word):
    raise ValueError(word)


def check(content):
    """Raises `Unreadable` with the name of the first field that does not fit."""
    for side in ("from", "to"):
        whose = content.get(side)
        need(isinstance(whose, dict) and is_text(whose.get("code"), 6) and is_text(whose.get("name"), 40), side)
    need(is_text(content.get("number"), LONGEST_NUMBER), "number")
    need(is_count(content.get("serial"), MOST_SERIALS) and content["serial"] > 0, "serial")
    need(is_text(content.get("request", "-") or "-", 1000), "request")
    need(is_moment(content.get("made_at")), "made_at")
    need(isinstance(content.get("incident"), dict), "incident")
    check_incident(content["incident"])


def check_incident(told):
    for name, most in TEXTS.items():
        need(is_text(told.get(name), most), name)
    for name, most in MORE_TEXTS.items():
        need(is_text(told.get(name) or "-", most), name)
    need(is_moment(told.get("occurred_at")), "occurred_at")
    figures = told.get("figures", {})
    need(isinstance(figures, dict) and all(is_count(value, MOST_COUNTED) for value in figures.values()), "figures")
    for name, most in COORDINATES.items():
        value = told.get(name)
        need(value is None or (isinstance(value, (int, float)) and not isinstance(value, bool) and -most <= value <= most), name)


def need(fits, name):
    if not fits:
        raise Unreadable(name)


def is_text(value, most):
    """Text of a length, without what no database keeps."""
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        return False
    return not any((ord(char) < 32 and char not in "\n\r\t") or 0xD800 <= ord(char) <= 0xDFFF for char in value)


def is_count(value, most):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def is_moment(value):
    """ISO 8601 with an offset."""
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except (TypeError, ValueError):
        return False
