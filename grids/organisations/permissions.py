"""Who keeps the directory: the village its own organisations, the township those of its villages."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEPERS = {Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK}
READERS = {Role.GRID_WORKER, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("organisations.view", _("查看社会组织和物业名录"), KEEPERS | READERS)
KEEP = Capability("organisations.keep", _("登记、更正社会组织和物业名录"), KEEPERS)
EXPORT = Capability("organisations.export", _("导出社会组织和物业名录"), KEEPERS | READERS - {Role.GRID_WORKER})

CAPABILITIES = (VIEW, KEEP, EXPORT)
