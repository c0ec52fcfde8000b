"""Who may do what with honours."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}

VIEW = Capability("honours.view", _("查看荣誉称号"), LEADERS | {Role.AUDITOR})
PROGRAMME = Capability("honours.programme", _("设立表彰项目"), {Role.LEADING_OFFICE})
NOMINATE = Capability("honours.nominate", _("提名荣誉称号"), {Role.LEADING_OFFICE})
CHECK = Capability("honours.check", _("核查、公示、核实异议"), {Role.LEADING_OFFICE})
GRANT = Capability("honours.grant", _("授予、撤销荣誉称号"), {Role.LEADING_OFFICIAL})
OPEN_NAMES = Capability("honours.open_names", _("查看提名人员和异议人姓名"), LEADERS)
EXPORT = Capability("honours.export", _("导出荣誉称号"), LEADERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, PROGRAMME, NOMINATE, CHECK, GRANT, OPEN_NAMES, EXPORT)
