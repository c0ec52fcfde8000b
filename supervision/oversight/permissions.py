"""Who may do what with findings."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

DECIDERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}

VIEW = Capability("oversight.view", _("查看督导线索"), DECIDERS | {Role.AUDITOR})
WRITE = Capability("oversight.write", _("登记线索、公开、验收"), {Role.LEADING_OFFICE})
DECIDE = Capability("oversight.decide", _("核实线索、决定督导形式"), DECIDERS)
EXPORT = Capability("oversight.export", _("导出督导线索"), DECIDERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, WRITE, DECIDE, EXPORT)
