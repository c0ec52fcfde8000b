"""Who may do what with activities (Art. 52, 53): the village its own, the township those of its villages."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEPERS = {Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK}
READERS = {Role.GRID_WORKER, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("community.view", _("查看社区活动"), KEEPERS | READERS)
KEEP = Capability("community.keep", _("发布、取消、小结社区活动"), KEEPERS)
EXPORT = Capability("community.export", _("导出社区活动"), KEEPERS | READERS - {Role.GRID_WORKER})

CAPABILITIES = (VIEW, KEEP, EXPORT)
