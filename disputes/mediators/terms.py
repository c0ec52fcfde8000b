"""The clocks of a committee: its own term, the next mediator's term that ends, the yearly look at its entry.

They come back by date and are told in time; a lapse is no ground for a finding, for the regulation only encourages.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

CITY_TIME = ZoneInfo("Asia/Shanghai")


def end_of(day):
    """24:00 of a day, or None without one."""
    return day and datetime.combine(day + timedelta(days=1), time.min, CITY_TIME)


def committee_ends(case):
    return end_of(case.term_until)


def first_mediator_ends(case):
    """The earliest end among the terms of those who have not left."""
    return end_of(case.people.staying().order_by("until").values_list("until", flat=True).first())


TERM = Term("mediators.committee_term", _("调委会换届"), "mediators.committee_term", warnings=IN_DAYS, ends=committee_ends)
MEMBER = Term("mediators.mediator_term", _("调解员聘期"), "mediators.mediator_term", warnings=IN_DAYS, ends=first_mediator_ends)
CHECK = Term("mediators.yearly_check", _("年度核对名册"), "mediators.yearly_check", warnings=IN_DAYS)

TERMS = (TERM, MEMBER, CHECK)
