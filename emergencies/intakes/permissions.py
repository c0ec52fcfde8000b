"""Who registers and inspects what comes in, and who reads it."""

from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles.permissions import READERS
from governance.access.capabilities import Capability
from governance.people.enums import Role

DEPARTMENTS = {Role.DEPARTMENT_HANDLER}

VIEW = Capability("intakes.view", _("查看应急物资入库"), DEPARTMENTS | READERS)
REGISTER = Capability("intakes.register", _("登记应急物资入库"), DEPARTMENTS)
INSPECT = Capability("intakes.inspect", _("验收应急物资"), DEPARTMENTS)
EXPORT = Capability("intakes.export", _("导出应急物资入库"), DEPARTMENTS | READERS)

CAPABILITIES = (VIEW, REGISTER, INSPECT, EXPORT)
