"""The clocks of a stock card, by name: filling up to the need, and rotating what will expire."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

CITY_TIME = ZoneInfo("Asia/Shanghai")
NEAR = "stockpiles.near"  # the limit that says how long before its rotation a batch counts as about to expire


def end_of_rotation(card):
    """24:00 of the day by which the first batch should be rotated, or None."""
    return datetime.combine(card.rotate_on + timedelta(days=1), time.min, CITY_TIME) if card.rotate_on else None


RESTOCK = Term("stockpiles.restock", _("补足储备"), "stockpiles.restock", duty=_("应急物资低于储备定额，未按期补足"), ground=1)
ROTATE = Term(
    "stockpiles.rotate", _("轮换到期物资"), "stockpiles.rotate", ends=end_of_rotation, warnings=IN_DAYS,
    duty=_("应急物资到轮换日期未轮换"), ground=1,
)  # fmt: skip

TERMS = (RESTOCK, ROTATE)
