"""Who may do what with reviews of the people's congress."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

LEADERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE}
UNITS = {Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER}
CONGRESS = {Role.CONGRESS_STAFF}

VIEW = Capability("reviews.view", _("查看人大监督事项"), CONGRESS | UNITS | LEADERS | {Role.AUDITOR})
ASK = Capability("reviews.ask", _("提出询问和审议意见、评议、跟踪、公开"), CONGRESS)
ANSWER = Capability("reviews.answer", _("答复询问、报告落实"), UNITS | LEADERS)
EXPORT = Capability("reviews.export", _("导出人大监督事项"), CONGRESS | LEADERS | {Role.AUDITOR})

CAPABILITIES = (VIEW, ASK, ANSWER, EXPORT)
