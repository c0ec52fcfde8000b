"""How often a venue must drill, whether a drill was held in time, and the calendar file of what is coming. No Django, no clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

NOMINAL_DAYS = {"days": 1, "working_days": 7 / 5, "months": 365.2425 / 12, "years": 365.2425}
CITY_TIME = ZoneInfo("Asia/Shanghai")
ONE_DAY = timedelta(days=1)
LINE = 75  # octets a line of a calendar file may hold (RFC 5545 3.1)
LENGTH = timedelta(hours=1)  # how long a drill of a named hour is drawn


class NoRule(LookupError):
    """No rule applies: then nothing is owed, and nobody may be told so by mistake."""


@dataclass(frozen=True)
class Interval:
    """A rule that applies, and how long its limit is."""

    rule: str
    amount: int
    unit: str

    @property
    def length(self):
        """Its nominal length in days: enough to tell which of two limits is the shorter."""
        return self.amount * NOMINAL_DAYS[self.unit]


def shortest(intervals):
    """The interval that binds: the shortest of those that apply. Of equal ones, the first by name. Raises `NoRule`."""
    if not intervals:
        raise NoRule("no drill rule applies")
    return min(intervals, key=lambda interval: (interval.length, interval.rule))


def was_kept(held_at, due_at):
    """Whether the drill took place by the end of its limit, whenever it was entered."""
    return held_at <= due_at


def is_credible(held_at, *, since, at):
    """A drill is entered after it was held, and counts for the obligation that stood then."""
    return since <= held_at <= at


def begin_of_day(day):
    return datetime.combine(day, time.min, tzinfo=CITY_TIME)


def end_of_day(day):
    """24:00 of a day, kept as the next day's 00:00; None of no day."""
    return begin_of_day(day + ONE_DAY) if day else None


@dataclass(frozen=True)
class Entry:
    """An entry of a person's calendar. Without an hour it takes the whole day; `warn_days` before it the device speaks up."""

    key: str
    day: date
    title: str
    url: str
    told_at: datetime
    hour: time | None = None
    place: str = ""
    text: str = ""
    warn_days: int = 0


def calendar_file(entries, *, name, host):
    """The entries as iCalendar (RFC 5545): what a telephone or Outlook reads from an address."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{host}//drills//ZH", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{escaped(name)}"]
    lines = [*head, *(line for entry in entries for line in _event(entry, host)), "END:VCALENDAR"]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(entry, host):
    lines = ["BEGIN:VEVENT", f"UID:{entry.key}@{host}", f"DTSTAMP:{_stamp(entry.told_at)}", *_when(entry)]
    lines += [f"SUMMARY:{escaped(entry.title)}", f"URL:{entry.url}"]
    lines += [f"{label}:{escaped(text)}" for label, text in (("LOCATION", entry.place), ("DESCRIPTION", entry.text)) if text]
    if entry.warn_days:
        alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{entry.warn_days}D", f"DESCRIPTION:{escaped(entry.title)}", "END:VALARM"]
        lines += alarm
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _when(entry):
    if entry.hour is None:
        return [f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}", f"DTEND;VALUE=DATE:{entry.day + ONE_DAY:%Y%m%d}"]
    begins = datetime.combine(entry.day, entry.hour, tzinfo=CITY_TIME)
    return [f"DTSTART:{_stamp(begins)}", f"DTEND:{_stamp(begins + LENGTH)}"]


def _stamp(moment):
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text):
    r"""Text as RFC 5545 3.3.11 asks.

    >>> escaped("消防; 疏散, 一楼\n集合")
    '消防\\; 疏散\\, 一楼\\n集合'
    """
    for plain, marked in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(plain, marked)
    return text


def folded(line):
    """The line in pieces of at most `LINE` octets, never inside a character; every piece but the first begins with a blank."""
    pieces, piece, size = [], "", 0
    for character in line:
        length = len(character.encode())
        if size + length > LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + length
    return "\r\n".join([*pieces, piece])
