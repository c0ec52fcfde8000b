"""The clocks of a patrol, by name. How long each runs stands in the limits table with its source.

They carry no ground of Art. 58: one walk that was not made is the township's to see to. What a unit answers for is the share of its patrols
that were walked in time, which is a figure.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term
from grids.patrols.enums import Rhythm

CITY_TIME = ZoneInfo("Asia/Shanghai")
ON_THE_EVE = (timedelta(hours=24),)


def limit_of(patrol):
    return f"patrols.{patrol.plan.rhythm}"


def end_of(patrol):
    """24:00 of the last day of its stretch; a patrol that is walked once has the days of its limit."""
    day = patrol.period_last + timedelta(days=1)
    return None if patrol.plan.rhythm == Rhythm.ONCE else datetime.combine(day, time.min, CITY_TIME)


FINISH = Term("patrols.finish", _("完成巡查"), limit_of, warnings=ON_THE_EVE, ends=end_of)
MAKE_GOOD = Term("patrols.make_good", _("补巡"), "patrols.make_good", warnings=ON_THE_EVE)

TERMS = (FINISH, MAKE_GOOD)
