"""Who counts, who settles a count, and who reads it."""

from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles.permissions import READERS
from governance.access.capabilities import Capability
from governance.people.enums import Role

DEPARTMENTS = {Role.DEPARTMENT_HANDLER}

VIEW = Capability("stocktakes.view", _("查看应急物资盘点"), DEPARTMENTS | READERS)
COUNT = Capability("stocktakes.count", _("盘点应急物资"), DEPARTMENTS)
SETTLE = Capability("stocktakes.settle", _("审核应急物资盘点"), DEPARTMENTS)
EXPORT = Capability("stocktakes.export", _("导出应急物资盘点"), DEPARTMENTS | READERS)

CAPABILITIES = (VIEW, COUNT, SETTLE, EXPORT)
