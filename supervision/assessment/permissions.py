"""Who may do what with assessments: the city's office draws them up, everyone in a leading group reads them."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

VIEW = Capability("assessment.view", _("查看考核结果"), {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR})
DRAW_UP = Capability("assessment.draw_up", _("拟订、印发、锁定考核方案"), {Role.LEADING_OFFICE})

CAPABILITIES = (VIEW, DRAW_UP)
