"""The clocks of a purchase plan, by name."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

CITY_TIME = ZoneInfo("Asia/Shanghai")


def end_of_year(plan):
    """24:00 of the plan's last day."""
    return datetime(plan.year + 1, 1, 1, tzinfo=CITY_TIME)


CONCUR = Term("purchases.concur", _("会签购置计划"), "purchases.concur")
FINISH = Term(
    "purchases.finish", _("完成年度购置"), "purchases.finish", ends=end_of_year, warnings=IN_DAYS,
    duty=_("应急物资年度购置计划未按期完成"), ground=1,
)  # fmt: skip

TERMS = (CONCUR, FINISH)
