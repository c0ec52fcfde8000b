"""The clocks of a plan, by name."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

CITY_TIME = ZoneInfo("Asia/Shanghai")


def end_of(plan):
    """24:00 of the plan's last day."""
    return datetime.combine(plan.ends + timedelta(days=1), time.min, CITY_TIME)


DRAW = Term("inspection_plans.draw", _("抽取检查对象"), "inspection_plans.draw", ends=end_of)
FINISH = Term(
    "inspection_plans.finish", _("完成检查计划"), "inspection_plans.finish", ends=end_of, warnings=(timedelta(days=7),),
    duty=_("公布的安全检查计划未按期完成"), ground=1,
)  # fmt: skip

TERMS = (DRAW, FINISH)
