"""How a value stands in a cell: local time, Chinese words, and never as a formula."""

import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from numbers import Real

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FORMULA_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767  # characters Excel holds
_EXACT_DIGITS = 15  # Excel rounds longer numbers


def shown(value):
    """The value as Excel should hold it: text, a number Excel keeps exactly, a local naive datetime, or a date."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(_("是") if value else _("否"))
    if isinstance(value, datetime):
        return _local(value)
    if isinstance(value, date) and value.year >= 1900:
        return value
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Real | Decimal):
        return _number(value)
    return str(value)[:LONGEST_CELL]


def is_dangerous(text):
    """Whether a programme that guesses could take this text for a formula."""
    return text.startswith(FORMULA_STARTERS)


def width(value):
    """Columns of a cell on screen: a Chinese character takes two."""
    if isinstance(value, datetime):
        return 16
    if isinstance(value, date):
        return 10
    longest = max(str(value).splitlines(), key=len, default="")
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in longest[:100])


def _local(value):
    local = timezone.localtime(value, timezone.get_default_timezone()) if timezone.is_aware(value) else value
    plain = local.replace(tzinfo=None)
    return plain if plain.year >= 1900 else f"{plain:%Y-%m-%d %H:%M}"


def _number(value):
    digits = len(Decimal(str(value)).as_tuple().digits) if value == value and abs(value) != float("inf") else 0
    if not digits:
        return ""
    return value if digits <= _EXACT_DIGITS or isinstance(value, float) else str(value)
