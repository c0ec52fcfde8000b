"""The clocks of a major danger source, by name. How long each runs stands in the limits table with its source."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

FILE = Term("danger_sources.file", _("备案"), "danger_sources.file")
PLAN = Term("danger_sources.plan", _("备案应急预案"), "danger_sources.plan", duty=_("重大危险源应急预案未备案"), ground=1)
WATCH = Term("danger_sources.watch", _("报送监测记录"), "danger_sources.watch")
CHECK = Term("danger_sources.check", _("年度检查"), "danger_sources.check", warnings=IN_DAYS, duty=_("重大危险源未按年度检查"), ground=1)
ASSESS = Term(
    "danger_sources.assess", _("安全评估"), "danger_sources.assess", warnings=IN_DAYS, duty=_("重大危险源未按期重新辨识、评估"), ground=1
)

TERMS = (FILE, PLAN, WATCH, CHECK, ASSESS)
