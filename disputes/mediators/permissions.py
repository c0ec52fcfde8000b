"""Who keeps the register: each committee its own entry, the justice bureau of the place all of them (人民调解法 §10)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEPERS = {Role.MEDIATOR, Role.DEPARTMENT_HANDLER}
READERS = {
    Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR,
}  # fmt: skip

VIEW = Capability("mediators.view", _("查看调解组织和调解员名册"), KEEPERS | READERS)
KEEP = Capability("mediators.keep", _("更正调委会信息、聘任和解聘调解员"), KEEPERS)
PROPOSE = Capability("mediators.propose_studio", _("申请设立个人调解工作室"), {Role.MEDIATOR})
OVERSEE = Capability("mediators.oversee", _("登记、撤销调委会，同意个人调解工作室"), {Role.DEPARTMENT_HANDLER})
WORKLOAD = Capability("mediators.workload", _("查看本调委会工作量"), {Role.MEDIATOR})
EXPORT = Capability("mediators.export", _("导出调解组织和调解员名册"), KEEPERS | READERS)

CAPABILITIES = (VIEW, KEEP, PROPOSE, OVERSEE, WORKLOAD, EXPORT)
