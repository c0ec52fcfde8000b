"""Who may do what with joint mediations: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

BODIES = {Role.MEDIATOR, Role.DEPARTMENT_HANDLER, Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.CENTRE_OFFICER}
READERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("joint.view", _("查看联合调解"), BODIES | READERS)
ASK = Capability("joint.ask", _("发起联合调解"), {Role.MEDIATOR, Role.CENTRE_OFFICER})
ANSWER = Capability("joint.answer", _("答复、组织联合调解"), BODIES)

CAPABILITIES = (VIEW, ASK, ANSWER)
