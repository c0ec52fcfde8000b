"""Who may do what with referrals to help: the provider and the bureau that answers for it, and nobody else.

Both are offices of a trade: their rights follow what was handed to them, never an area. No role of a place holds `VIEW`.
"""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

SEERS = frozenset({Role.DEPARTMENT_HANDLER, Role.CARE_PROVIDER})
OTHERS = frozenset(set(Role) - SEERS)
TAKING_DOWN = {Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.DEPARTMENT_HANDLER}

VIEW = Capability("care.view", _("查看本单位的关爱帮扶"), SEERS)
REQUEST = Capability("care.request", _("受本人委托登记帮扶申请"), TAKING_DOWN)
MANAGE = Capability("care.manage", _("安排、监督关爱帮扶"), {Role.DEPARTMENT_HANDLER})
SERVE = Capability("care.serve", _("承接、提供关爱帮扶"), {Role.CARE_PROVIDER})
STOP = Capability("care.stop", _("登记本人撤回同意"), SEERS)
OPEN = Capability("care.open", _("说明用途后查看帮扶对象信息"), SEERS)
PROVIDERS = Capability("care.providers", _("管理帮扶机构名册"), {Role.DEPARTMENT_HANDLER})
NEEDS = Capability("care.needs", _("维护帮扶服务目录"), {Role.ADMINISTRATOR})
EXPORT = Capability("care.export", _("导出帮扶清单（不含个人信息）"), {Role.DEPARTMENT_HANDLER})
FIGURES = Capability(
    "care.figures",
    _("查看帮扶数量"),
    {Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR},
)
NOBODY = Capability("care.nobody", _("无人"), ())  # what is reached by an opening alone

CAPABILITIES = (VIEW, REQUEST, MANAGE, SERVE, STOP, OPEN, PROVIDERS, NEEDS, EXPORT, FIGURES)
