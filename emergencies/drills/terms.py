"""The clocks of a drill, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from emergencies.drills.rules import end_of_day
from governance.deadlines.terms import IN_DAYS, Term

HOLD = Term("drills.hold", _("组织演练"), lambda case: case.rule.limit_code, warnings=IN_DAYS, duty=_("未按规定组织应急演练"), ground=1)
REPORT = Term("drills.report", _("评估并报送"), "drills.report")
MEASURES = Term(
    "drills.measures", _("落实改进措施"), "drills.measures", ends=lambda case: end_of_day(case.measures_until),
    duty=_("未按期落实应急演练评估提出的改进措施"), ground=1,
)  # fmt: skip

TERMS = (HOLD, REPORT, MEASURES)
