"""Who may do what with drills: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEPERS = {Role.SITE_MANAGER, Role.TOWNSHIP_CLERK}
READERS = {Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("drills.view", _("查看应急演练"), KEEPERS | READERS)
CONDUCT = Capability("drills.conduct", _("计划、记录、评估、报送应急演练"), KEEPERS)
RECORD_FOR = Capability("drills.record_for", _("登记、报送政府组织的应急演练"), {Role.DEPARTMENT_HANDLER})
SUPERVISE = Capability("drills.supervise", _("监督应急演练"), {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER})
EXPORT = Capability("drills.export", _("导出应急演练"), READERS | {Role.TOWNSHIP_CLERK})

CAPABILITIES = (VIEW, CONDUCT, RECORD_FOR, SUPERVISE, EXPORT)
