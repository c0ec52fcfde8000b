"""What CAP 1.2 asks of a message (OASIS Standard, 1 July 2010), and where a message holds. No Django, no clock."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from lxml import etree

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
SCHEMA = Path(__file__).parent / "data" / "cap12.xsd"
CITY_TIME = ZoneInfo("Asia/Shanghai")
SEVERITY = {"red": "Extreme", "orange": "Severe", "yellow": "Moderate", "blue": "Minor"}
ORDER = {"red": 0, "orange": 1, "yellow": 2, "blue": 3}
COUNTY_DIGITS, TOWNSHIP_DIGITS = 6, 9
SOON = timedelta(hours=1)  # CAP: "Expected" is action within the next hour; "Immediate" is action now
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOT_IN_A_NAME = re.compile(r"[\s,<&]")


@dataclass(frozen=True)
class Alert:
    """One message as CAP has it. `references` are those of every earlier message of the same matter, `places` (code, name) pairs."""

    identifier: str
    sender: str
    sent: datetime
    type: str
    category: str
    event: str
    event_code: str
    level: str
    certainty: str
    headline: str
    description: str
    instruction: str
    sender_name: str
    web: str
    places: tuple
    onset: datetime | None = None
    expires: datetime | None = None
    note: str = ""
    level_label: str = ""
    references: tuple = ()


def covers(area, path):
    """Whether an area (a list of paths) touches a place: the place lies in it, or holds some of it.

    >>> covers(["150102"], "150102001"), covers(["150102001"], "150102"), covers(["150102"], "150105")
    (True, True, False)
    """
    return any(path.startswith(part) or part.startswith(path) for part in area)


def without_nested(paths):
    """The area without what lies inside another part of it.

    >>> without_nested(["150102001", "150105", "150102"])
    ['150102', '150105']
    """
    found = []
    for path in sorted(set(paths)):
        if not found or not path.startswith(found[-1]):
            found.append(path)
    return found


def is_over(until, *, at):
    """Whether a message holds no longer; one without an end holds until it is cancelled."""
    return until is not None and at >= until


def gravest(level):
    """What sorts the gravest level first, and what has none last."""
    return ORDER.get(level, len(ORDER))


def moment(at):
    """A moment as CAP writes it: seconds, and the offset from UTC, never Z.

    >>> moment(datetime(2026, 11, 23, 2, 0, 5, 7, tzinfo=ZoneInfo("UTC")))
    '2026-11-23T10:00:05+08:00'
    """
    return at.astimezone(CITY_TIME).replace(microsecond=0).isoformat()


def reference(sender, identifier, sent):
    """How a later message names this one."""
    return f"{sender},{identifier},{moment(sent)}"


def name_of(text):
    """What may stand as sender or identifier: no blank, comma, < or &."""
    return NOT_IN_A_NAME.sub("-", text)


def urgency(onset, *, at):
    """How soon one must act."""
    if onset is None or onset <= at:
        return "Immediate"
    return "Expected" if onset <= at + SOON else "Future"


def response(alert):
    """What one is told to do: prepare, act, or nothing any more."""
    if alert.type == "Cancel":
        return "AllClear"
    return "Prepare" if urgency(alert.onset, at=alert.sent) == "Future" else "Execute"


def cap_xml(alert):
    """The message as UTF-8 XML, ready to be served."""
    root = etree.Element(f"{{{NAMESPACE}}}alert", nsmap={None: NAMESPACE})
    head = [
        ("identifier", alert.identifier), ("sender", alert.sender), ("sent", moment(alert.sent)), ("status", "Actual"),
        ("msgType", alert.type), ("scope", "Public"), ("note", alert.note), ("references", " ".join(alert.references)),
    ]  # fmt: skip
    _write(root, head)
    info = _below(root, "info")
    _write(info, _told(alert))
    if alert.level:
        _pair(info, "parameter", "级别", alert.level_label)
    for code, name in alert.places:
        area = _below(info, "area")
        _write(area, [("areaDesc", name)])
        _pair(area, "geocode", *geocode(code))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode()


def geocode(code):
    """(what the code is one of, the code) of a division; the standard of each says how many digits it has.

    >>> geocode("1501"), geocode("150102"), geocode("150102001"), geocode("150102001003")
    (('GB/T 2260', '150100'), ('GB/T 2260', '150102'), ('GB/T 10114', '150102001'), ('统计用区划代码', '150102001003'))
    """
    if len(code) <= COUNTY_DIGITS:
        return "GB/T 2260", code.ljust(COUNTY_DIGITS, "0")
    return ("GB/T 10114" if len(code) <= TOWNSHIP_DIGITS else "统计用区划代码"), code


def _told(alert):
    """The lines of `info` before its parameters, in the order of the schema."""
    cancelled = alert.type == "Cancel"
    return [
        ("language", "zh-CN"), ("category", alert.category), ("event", alert.event), ("responseType", response(alert)),
        ("urgency", "Past" if cancelled else urgency(alert.onset, at=alert.sent)),
        ("severity", "Unknown" if not alert.level else SEVERITY[alert.level]), ("certainty", alert.certainty),
        ("eventCode", (("valueName", "hohhot:kind"), ("value", alert.event_code))),
        ("effective", moment(alert.sent)), ("onset", moment(alert.onset) if alert.onset else ""),
        ("expires", moment(alert.expires) if alert.expires else ""), ("senderName", alert.sender_name),
        ("headline", alert.headline), ("description", alert.description), ("instruction", alert.instruction), ("web", alert.web),
    ]  # fmt: skip


def _write(parent, lines):
    """Children in order; what is empty is left out."""
    for name, value in lines:
        if isinstance(value, tuple):
            _write(_below(parent, name), value)
        elif value:
            _below(parent, name).text = ILLEGAL.sub("", str(value))


def _pair(parent, name, label, value):
    _write(_below(parent, name), [("valueName", label), ("value", value)])


def _below(parent, name):
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")


@lru_cache(maxsize=1)
def _schema():
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


def faults(xml):
    """What the schema finds wrong with a message; empty where it is valid."""
    schema = _schema()
    return [] if schema.validate(etree.fromstring(xml.encode())) else [str(error.message) for error in schema.error_log]
