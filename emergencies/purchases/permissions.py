"""Who draws up a purchase plan (the department of emergency management), who agrees to it, and who reads it."""

from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles.permissions import READERS
from governance.access.capabilities import Capability
from governance.people.enums import Role

DEPARTMENTS = {Role.DEPARTMENT_HANDLER}

VIEW = Capability("purchases.view", _("查看应急物资购置计划"), DEPARTMENTS | READERS)
PLAN = Capability("purchases.plan", _("编制应急物资购置计划"), DEPARTMENTS)
CONCUR = Capability("purchases.concur", _("会签应急物资购置计划"), DEPARTMENTS)
APPROVE = Capability("purchases.approve", _("审定应急物资购置计划"), DEPARTMENTS)
EXPORT = Capability("purchases.export", _("导出应急物资购置计划"), DEPARTMENTS | READERS)

CAPABILITIES = (VIEW, PLAN, CONCUR, APPROVE, EXPORT)
