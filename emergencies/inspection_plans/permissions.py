"""Who plans inspections, and who settles a plan that somebody else drew up."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

INSPECTORS = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER}
READERS = {Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("inspection_plans.view", _("查看检查计划"), INSPECTORS | READERS)
PLAN = Capability("inspection_plans.plan", _("拟定检查计划、抽取检查对象"), INSPECTORS)
SETTLE = Capability("inspection_plans.settle", _("审定、公布检查计划"), INSPECTORS)
EXPORT = Capability("inspection_plans.export", _("导出检查计划"), INSPECTORS | READERS)

CAPABILITIES = (VIEW, PLAN, SETTLE, EXPORT)
