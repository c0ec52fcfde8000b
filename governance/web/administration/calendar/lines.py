"""A year's days as people type or paste them: `2027-01-01,放假,元旦`, one a line. Pure."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from governance.calendar.source import DECEMBER, Day
from governance.calendar.workdays import SATURDAY, DayKind

KINDS = {
    **dict.fromkeys(("放假", "休息", "休", "法定节假日", "节假日", "holiday"), DayKind.HOLIDAY),
    **dict.fromkeys(("上班", "班", "调休上班", "调休上班日", "make_up"), DayKind.MAKE_UP),
}
WORDS = {DayKind.HOLIDAY: "放假", DayKind.MAKE_UP: "上班"}
SEPARATORS = re.compile(r"[,，、\t]\s*")
DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
HEADINGS = ("日期", "date")
LONGEST_NAME = 60


class WrongLine(ValueError):
    """A line that cannot be a day of the year; the message says why."""


@dataclass
class Reading:
    """The days that were read, and what is wrong, line by line."""

    days: list = field(default_factory=list)
    errors: list = field(default_factory=list)


def read_days(text, *, year):
    """Read the lines of a year; an empty line and a heading are passed over."""
    reading, seen = Reading(), {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.strip().lower().startswith(HEADINGS):
            continue
        try:
            day = read_line(line, year=year)
            if day.date in seen:
                raise WrongLine(_("日期与第 %s 行重复。") % seen[day.date])
        except WrongLine as wrong:
            reading.errors.append(
                _("第 %(number)s 行“%(line)s”：%(reason)s") % {"number": number, "line": line.strip()[:40], "reason": wrong}
            )
            continue
        seen[day.date] = number
        reading.days.append(day)
    return reading


def read_line(line, *, year):
    """One day. Raises `WrongLine`."""
    cells = [cell.strip() for cell in SEPARATORS.split(line.strip(), maxsplit=2)]
    if len(cells) != 3 or not cells[2]:
        raise WrongLine(_("应为“日期，类型，名称”三项。"))
    day, kind = read_date(cells[0]), KINDS.get(cells[1].lower())
    if kind is None:
        raise WrongLine(_("类型应为“放假”或“上班”。"))
    if not date(year - 1, DECEMBER, 1) <= day <= date(year, 12, 31):
        raise WrongLine(_("日期不在 %(year)s 年，也不在上一年 12 月。") % {"year": year})
    if kind == DayKind.MAKE_UP and day.weekday() < SATURDAY:
        raise WrongLine(_("这一天不是星期六或星期日，不需要调休上班。"))
    return Day(day, kind, cells[2][:LONGEST_NAME])


def read_date(text):
    match = DATE.fullmatch(text)
    if match is None:
        raise WrongLine(_("日期应写作 2027-01-01。"))
    try:
        return date(*map(int, match.groups()))
    except ValueError as error:
        raise WrongLine(_("没有这一天。")) from error


def written(days):
    """Days as lines, the way `read_days` reads them."""
    return "\n".join(f"{day.date:%F},{WORDS[DayKind(day.kind)]},{day.name}" for day in days)


def decoded(content):
    """A text file as most offices save it: UTF-8, or GB 18030. Raises `ValueError`."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(_("文件不是文本文件，请另存为 CSV 后上传。"))
