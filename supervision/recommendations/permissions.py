"""Who may do what with recommendations."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}
UNITS = {  # the people of whatever office a recommendation can go to
    Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER, Role.SITE_MANAGER,
}  # fmt: skip
SENDERS = {Role.SUPERVISING_BODY}

VIEW = Capability("recommendations.view", _("查看监察、司法、检察建议"), SENDERS | UNITS | LEADERS | {Role.AUDITOR})
SEND = Capability("recommendations.send", _("发出、撤回建议"), SENDERS)
REGISTER = Capability("recommendations.register", _("登记纸质建议"), UNITS | {Role.LEADING_OFFICE})
ANSWER = Capability("recommendations.answer", _("签收、答复建议"), UNITS | LEADERS)
JUDGE = Capability("recommendations.judge", _("评价答复、审批延期"), SENDERS | {Role.LEADING_OFFICE})
EXPORT = Capability("recommendations.export", _("导出建议清单"), SENDERS | LEADERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, SEND, REGISTER, ANSWER, JUDGE, EXPORT)
