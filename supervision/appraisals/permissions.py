"""Who may do what in the round of one unit: the unit reports and objects, the office of the leading group reviews, an official decides."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}
OWN = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.LEADING_OFFICE}  # a county answers through its leading group's office

VIEW = Capability("appraisals.view", _("查看单位考核"), LEADERS | OWN | {Role.AUDITOR})
REPORT = Capability("appraisals.report", _("报送自评、申报加分、提出异议"), OWN)
REVIEW = Capability("appraisals.review", _("审核自评、认定加减分"), {Role.LEADING_OFFICE})
DECIDE = Capability("appraisals.decide", _("决定考核异议"), {Role.LEADING_OFFICIAL})
EXPORT = Capability("appraisals.export", _("导出单位考核"), LEADERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, REPORT, REVIEW, DECIDE, EXPORT)
