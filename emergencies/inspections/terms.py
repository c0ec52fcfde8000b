"""The clocks of an inspection, by name. How long each runs stands in the limits table with its source."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

CITY_TIME = ZoneInfo("Asia/Shanghai")


def limit_of(inspection):
    """What a plan asks for ends with the plan; what somebody arranged has days of its own."""
    return "inspections.planned" if inspection.plan_id else "inspections.inspect"


def end_of(inspection):
    """24:00 of the plan's last day; one that was arranged by itself has the days of its limit."""
    if inspection.plan_id is None:
        return None
    return datetime.combine(inspection.plan.ends + timedelta(days=1), time.min, CITY_TIME)


INSPECT = Term("inspections.inspect", _("现场检查"), limit_of, ends=end_of, duty=_("安排的安全检查未按期进行"), ground=1)
CONFIRM = Term("inspections.confirm", _("第二名检查人员确认"), "inspections.confirm")

TERMS = (INSPECT, CONFIRM)
