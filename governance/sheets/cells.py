"""How a value stands in a cell: local time, Chinese words, and never as a formula."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import singledispatch
from math import isfinite
from types import NoneType

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FORMULA_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767  # characters Excel holds
_INVISIBLE = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r")
_WIDEST_LOOKED_AT = 100  # characters of a cell that count for its column's width
_FIRST_YEAR = 1900  # of Excel's calendar
_EXACT_DIGITS = 15  # Excel rounds longer numbers


@singledispatch
def shown(value):
    """The value as Excel should hold it: text, a number Excel keeps exactly, a local naive datetime, or a date."""
    return str(value).translate(_INVISIBLE)[:LONGEST_CELL]


@shown.register(NoneType)
def _nothing(value):
    return ""


@shown.register
def _yes_or_no(value: bool):
    return str(_("是") if value else _("否"))


@shown.register
def _moment(value: datetime):
    """In the portal's time zone; before 1900 Excel knows no time."""
    local = timezone.localtime(value, timezone.get_default_timezone()) if timezone.is_aware(value) else value
    return local.replace(tzinfo=None) if local.year >= _FIRST_YEAR else f"{local:%Y-%m-%d %H:%M}"


@shown.register
def _day(value: date):
    return value if value.year >= _FIRST_YEAR else value.isoformat()


@shown.register
def _time(value: time):
    return f"{value:%H:%M}"


@shown.register(int)
@shown.register(Decimal)
def _exact_number(value):
    """More digits than Excel keeps are written as text."""
    if isinstance(value, Decimal) and not value.is_finite():
        return ""
    return value if len(Decimal(value).as_tuple().digits) <= _EXACT_DIGITS else str(value)


@shown.register
def _float(value: float):
    return value if isfinite(value) else ""


def is_dangerous(text):
    """Whether a programme that guesses could take this text for a formula."""
    return text.startswith(FORMULA_STARTERS)


def as_text(value):
    """The value as plain text for a file without types: what a programme could take for a formula begins with an apostrophe."""
    kept = shown(value)
    if isinstance(kept, datetime):
        return f"{kept:%Y-%m-%d %H:%M}"
    if isinstance(kept, date):
        return kept.isoformat()
    return f"'{kept}" if isinstance(kept, str) and is_dangerous(kept) else str(kept)


def width(value):
    """Columns of a cell on screen: a Chinese character (three bytes) takes two."""
    if isinstance(value, datetime):
        return 16
    if isinstance(value, date):
        return 10
    text = str(value)
    line = max(text.splitlines(), key=len) if "\n" in text else text[:_WIDEST_LOOKED_AT]
    return len(line) + (len(line.encode()) - len(line)) // 2
