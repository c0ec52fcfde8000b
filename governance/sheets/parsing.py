"""From a cell of Excel to a value: each function makes a parser, which raises ValueError with a Chinese reason."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from openpyxl.utils.datetime import from_excel

_DATE = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$")
_COMPACT = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})$")
_MOMENT = re.compile(
    r"^(?P<day>.*?\S?)(?:[ T]+|(?<=日))(?P<half>上午|下午|晚上|凌晨|中午)?\s*"
    r"(?P<hour>\d{1,2})(?:[:：时点](?P<minute>\d{1,2})?)(?:[:：分](?P<second>\d{1,2})?)?秒?$"
)
_AFTERNOON = {"下午", "晚上"}
_SERIALS = (20_000, 80_000)  # Excel's days from 1954 to 2119
_YES = {"是", "有", "y", "yes", "true", "1", "√"}
_NO = {"否", "无", "n", "no", "false", "0", "×"}


def text(*, most=500):
    """Text of at most so many characters; a number loses Excel's “.0”, so that telephones stay what they are."""

    def parse(cell):
        plain = _plain(cell)
        if len(plain) > most:
            raise ValueError(_("最多 %(most)s 个字，现有 %(length)s 个") % {"most": most, "length": len(plain)})
        return plain

    return parse


def whole(*, least=None, most=None):
    """A whole number within bounds (both included)."""

    def parse(cell):
        number = decimal(least=least, most=most)(cell)
        if number != number.to_integral_value():
            raise ValueError(_("应为整数"))
        return int(number)

    return parse


def decimal(*, least=None, most=None):
    """A number within bounds (both included)."""

    def parse(cell):
        try:
            number = Decimal(_plain(cell).replace(",", "").replace("，", ""))
        except InvalidOperation:
            raise ValueError(_("应为数字")) from None
        if not number.is_finite():
            raise ValueError(_("应为数字"))
        if least is not None and number < least:
            raise ValueError(_("不能小于 %(least)s") % {"least": least})
        if most is not None and number > most:
            raise ValueError(_("不能大于 %(most)s") % {"most": most})
        return number

    return parse


def day():
    """A date: Excel's own (or its bare number), or written as 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123."""

    def parse(cell):
        cell = _from_serial(cell)
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        return _day(_plain(cell))

    parse.dates = True
    return parse


def moment():
    """An aware moment in the portal's time zone, to the second; a date alone means its first moment.

    2026-11-23 14:05, 2026年11月23日14时05分, 2026/11/23 下午2:05, or Excel's own.
    """

    def parse(cell):
        cell = _from_serial(cell)
        if isinstance(cell, datetime):
            return _local(cell)
        if isinstance(cell, date):
            return _local(datetime(cell.year, cell.month, cell.day))
        return _moment(_plain(cell))

    parse.dates = True
    return parse


def choice(options):
    """One of the labels of `options` (label → value): `{label: value for value, label in Kind.choices}`."""
    by_label = {str(label).strip(): value for label, value in dict(options).items()}

    def parse(cell):
        plain = _plain(cell)
        if plain not in by_label:
            raise ValueError(_("“%(given)s”不在可选范围内：%(labels)s") % {"given": plain, "labels": "、".join(by_label)})
        return by_label[plain]

    return parse


def yes_no():
    """是 or 否, in the usual spellings."""

    def parse(cell):
        plain = "1" if cell is True else "0" if cell is False else _plain(cell).lower()
        if plain in _YES:
            return True
        if plain in _NO:
            return False
        raise ValueError(_("应填“是”或“否”"))

    return parse


def _plain(cell):
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    return str(cell).strip()


def _from_serial(cell):
    """A bare number in the range of Excel's days is a date whose cell lost its format."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and _SERIALS[0] <= cell < _SERIALS[1]:
        return from_excel(cell)
    return cell


def _day(plain):
    found = _DATE.match(plain) or _COMPACT.match(plain)
    try:
        return date(*map(int, found.groups()))
    except (AttributeError, ValueError):
        raise ValueError(_("应为日期，如 2026-11-23")) from None


def _moment(plain):
    found = _MOMENT.match(plain)
    try:
        begin = _day(found["day"].strip() if found else plain)
    except ValueError:
        raise _no_moment() from None
    if not found:
        return _local(datetime(begin.year, begin.month, begin.day))
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if found["half"] in _AFTERNOON and hour < 12:
        hour += 12
    try:
        return _local(datetime(begin.year, begin.month, begin.day, hour, minute, second))
    except ValueError:
        raise _no_moment() from None


def _no_moment():
    return ValueError(_("应为时间，如 2026-11-23 14:05"))


def _local(naive):
    return timezone.make_aware(naive.replace(microsecond=0), timezone.get_default_timezone())
