"""Who compiles the index, who approves it, and who keeps its method and the numbers of inhabitants."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

COMPILERS = {Role.CENTRE_OFFICER}
APPROVERS = {Role.LEADING_OFFICE, Role.LEADING_OFFICIAL}
KEEPERS = {Role.LEADING_OFFICE, Role.ADMINISTRATOR}

VIEW = Capability("safety_index.view", _("查看平安指数编制"), COMPILERS | APPROVERS | {Role.AUDITOR})
COMPILE = Capability("safety_index.compile", _("编制平安指数"), COMPILERS)
APPROVE = Capability("safety_index.approve", _("审定发布平安指数"), APPROVERS)
EXPORT = Capability("safety_index.export", _("导出平安指数"), COMPILERS | APPROVERS | {Role.AUDITOR})
KEEP = Capability("safety_index.keep", _("维护平安指数编制办法和常住人口"), KEEPERS)
READ = Capability("safety_index.read", _("查看平安指数编制办法和常住人口"), COMPILERS | KEEPERS | APPROVERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, COMPILE, APPROVE, EXPORT, KEEP, READ)
