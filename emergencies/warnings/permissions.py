"""Who may do what with warnings. Offices draft, check and issue their own; whoever must act on one reads it."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

ISSUERS = {Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER, Role.TOWNSHIP_CLERK}
READERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("warnings.view", _("查看预警和信息发布"), ISSUERS | READERS)
DRAFT = Capability("warnings.draft", _("拟写预警、提示和情况通报"), ISSUERS)
CHECK = Capability("warnings.check", _("校核预警、提示和情况通报"), ISSUERS)
ISSUE = Capability("warnings.issue", _("签发、解除预警、提示和情况通报"), ISSUERS)
KEEP = Capability("warnings.keep", _("维护预警种类"), {Role.ADMINISTRATOR})
EXPORT = Capability("warnings.export", _("导出预警和信息发布"), ISSUERS | READERS)

CAPABILITIES = (VIEW, DRAFT, CHECK, ISSUE, KEEP, EXPORT)
