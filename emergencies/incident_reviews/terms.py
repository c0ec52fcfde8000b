"""The clocks of a review, by name. How long each runs stands in the limits table with its source."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

CITY_TIME = ZoneInfo("Asia/Shanghai")


def end_of_first(case):
    """The day by which the first open measure is to be done: it ends at 24:00."""
    if case.measures_until is None:
        return None
    return datetime.combine(case.measures_until + timedelta(days=1), time.min, tzinfo=CITY_TIME)


WRITE = Term("incident_reviews.write", _("复盘评估"), "incident_reviews.write", duty=_("突发事件处置结束后未按期复盘评估"), ground=1)
JUDGE = Term("incident_reviews.judge", _("审定评估"), "incident_reviews.judge")
MEASURES = Term(
    "incident_reviews.measures", _("落实改进措施"), "incident_reviews.measures", ends=end_of_first,
    duty=_("未按期落实突发事件复盘评估提出的改进措施"), ground=1,
)  # fmt: skip

TERMS = (WRITE, JUDGE, MEASURES)
