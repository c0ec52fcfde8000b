"""Who calls joint meetings with other cities, who carries out what was agreed, who keeps the register of partners."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

CALLERS = {Role.LEADING_OFFICE, Role.CENTRE_OFFICER}
MEMBERS = {Role.DEPARTMENT_HANDLER, Role.TOWNSHIP_CLERK}
READERS = {Role.LEADING_OFFICIAL, Role.AUDITOR}

VIEW = Capability("cooperation.view", _("查看区域协作会商"), CALLERS | MEMBERS | READERS)
CALL = Capability("cooperation.call", _("组织区域会商、印发纪要"), CALLERS)
CARRY_OUT = Capability("cooperation.carry_out", _("落实区域会商议定事项"), CALLERS | MEMBERS)
EXPORT = Capability("cooperation.export", _("导出区域会商"), CALLERS | READERS)
KEEP = Capability("cooperation.keep", _("维护协作城市和联系单位"), {Role.LEADING_OFFICE})

CAPABILITIES = (VIEW, CALL, CARRY_OUT, EXPORT, KEEP)
