"""Who may do what with emergency plans: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEPERS = {Role.SITE_MANAGER, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER}
REVIEWERS = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER}
READERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("plans.view", _("查看应急预案"), KEEPERS | READERS)
DRAFT = Capability("plans.draft", _("编制、报送、签发应急预案"), KEEPERS)
REVIEW = Capability("plans.review", _("审查应急预案"), REVIEWERS)
OPEN = Capability("plans.open_contacts", _("查看应急预案联系人电话"), KEEPERS)
EXPORT = Capability("plans.export", _("导出应急预案"), REVIEWERS | READERS)

CAPABILITIES = (VIEW, DRAFT, REVIEW, OPEN, EXPORT)
