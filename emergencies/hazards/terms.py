"""The clocks of a hazard, by name. How long each runs stands in the limits table with its source."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

CITY_TIME = ZoneInfo("Asia/Shanghai")
KEEP_CONTACT = "hazards.keep_contact"  # the limit that says how long name and telephone of who told it are kept


def end_of_its_day(case):
    """The day by which it is to be removed, where one was set: it ends at 24:00."""
    if case.rectify_by is None:
        return None
    return datetime.combine(case.rectify_by + timedelta(days=1), time.min, tzinfo=CITY_TIME)


VERIFY = Term("hazards.verify", _("核查定级"), "hazards.verify", duty=_("收到的安全隐患未在期限内核查"), ground=2)
MEASURES = Term("hazards.measures", _("采取临时防护措施"), "hazards.measures", duty=_("重大隐患未在期限内采取临时防护措施"), ground=2)
GENERAL = Term("hazards.general", _("一般隐患整改"), "hazards.general", ends=end_of_its_day, duty=_("一般隐患未在期限内整改到位"), ground=2)
PLAN = Term("hazards.plan", _("报送治理方案"), "hazards.plan")
LIST = Term("hazards.list", _("决定挂牌督办"), "hazards.list")
MAJOR = Term(
    "hazards.major", _("重大隐患治理"), "hazards.major", warnings=IN_DAYS, ends=end_of_its_day, duty=_("重大隐患未在期限内治理到位"),
    ground=2,
)  # fmt: skip
RECHECK = Term("hazards.recheck", _("复查"), "hazards.recheck")
ACCEPT = Term("hazards.accept", _("验收"), "hazards.accept")
STRIKE = Term("hazards.strike", _("销号"), "hazards.strike")
REWARD = Term("hazards.reward", _("决定举报奖励"), "hazards.reward")

TERMS = (VERIFY, MEASURES, GENERAL, PLAN, LIST, MAJOR, RECHECK, ACCEPT, STRIKE, REWARD)
REMOVAL = (GENERAL, MAJOR)
