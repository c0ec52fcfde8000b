"""The clocks of a deliberation, by name. Villages govern themselves: a clock that lapses is told, but is no ground for a finding."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import WARNINGS, Term
from grids.deliberation.rules import end_of

WEEK_AHEAD = (timedelta(days=7), *WARNINGS)


def named_day(case):
    """The day the resolution itself names."""
    return end_of(case.carry_by) if case.carry_by else None


ANSWER = Term("deliberation.answer", _("答复是否受理"), "deliberation.answer")
MEET = Term("deliberation.meet", _("组织协商"), "deliberation.meet", warnings=WEEK_AHEAD)
PUBLISH = Term("deliberation.publish", _("公布协商结果"), "deliberation.publish")
CARRY_OUT = Term("deliberation.carry_out", _("落实协商结果"), "deliberation.carry_out", warnings=WEEK_AHEAD, ends=named_day)
EVALUATE = Term("deliberation.evaluate", _("落实后评价"), "deliberation.evaluate")

TERMS = (ANSWER, MEET, PUBLISH, CARRY_OUT, EVALUATE)
KEEP_CONTACT = "deliberation.keep_contact"  # the limit that says how long names and telephones are kept
NOTICE = "deliberation.notice"  # the limit that says how long before a meeting it is announced
