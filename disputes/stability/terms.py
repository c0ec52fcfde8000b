"""The clocks of an assessment, by name."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from disputes.stability.rules import end_of, start_of
from governance.deadlines.terms import WARNINGS, Term

WEEK_AHEAD = (timedelta(days=7), *WARNINGS)


def next_measure(case):
    """The day of the first measure that is not settled."""
    return end_of(case.follow_on) if case.follow_on else None


ASSESS = Term(
    "stability.assess", _("决策前完成评估并报送"), "stability.assess", warnings=WEEK_AHEAD,
    duty=_("重大决策未在决策前完成社会稳定风险评估"), ground=1, ends=lambda case: start_of(case.decide_on),
)  # fmt: skip
FILE = Term("stability.file", _("备案"), "stability.file")
FOLLOW = Term(
    "stability.follow", _("落实风险防范措施"), "stability.follow", warnings=WEEK_AHEAD,
    duty=_("社会稳定风险防范措施未按期落实"), ground=1, ends=next_measure,
)  # fmt: skip

TERMS = (ASSESS, FILE, FOLLOW)
