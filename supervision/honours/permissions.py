"""Who may do what with honours."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}

VIEW = Capability("honours.view", _("查看荣誉称号"), LEADERS | {Role.AUDITOR})
NOMINATE = Capability("honours.nominate", _("提名荣誉称号"), {Role.LEADING_OFFICE})
GRANT = Capability("honours.grant", _("授予、撤销荣誉称号"), {Role.LEADING_OFFICIAL})
EXPORT = Capability("honours.export", _("导出荣誉称号"), LEADERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, NOMINATE, GRANT, EXPORT)
