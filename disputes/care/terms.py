"""The clocks of a referral. None is a duty of oversight: a finding would carry the matter to offices that must not see it."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

CITY_TIME = ZoneInfo("Asia/Shanghai")


def agreed_day(case):
    """24:00 of the day agreed on for the next visit, or None: then the limit holds."""
    return case.next_on and datetime.combine(case.next_on + timedelta(days=1), time.min, tzinfo=CITY_TIME)


ARRANGE = Term("care.arrange", _("安排帮扶"), "care.arrange")
ACCEPT = Term("care.accept", _("答复是否承接"), "care.accept")
VISIT = Term("care.visit", _("下次帮扶"), "care.visit", ends=agreed_day)

TERMS = (ARRANGE, ACCEPT, VISIT)
