"""Who may do what with what residents tell under "supervise us"."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}

VIEW = Capability("tips.view", _("查看“监督我们”来信"), LEADERS | {Role.AUDITOR})
HANDLE = Capability("tips.handle", _("受理、核实、答复来信"), {Role.LEADING_OFFICE})
OPEN_CONTACT = Capability("tips.open_contact", _("查看来信人联系方式"), {Role.LEADING_OFFICE})
EXPORT = Capability("tips.export", _("导出来信"), LEADERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, HANDLE, OPEN_CONTACT, EXPORT)
