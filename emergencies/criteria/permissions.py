"""Who reads what hazards and danger sources are judged by, and who keeps it for the whole city."""

from django.utils.translation import gettext_lazy as _

from emergencies.hazards.permissions import VIEW
from governance.access.capabilities import Capability
from governance.people.enums import Role

READ = Capability("criteria.read", _("查看隐患行业、判定标准、奖励标准和危险物质临界量"), VIEW.roles | {Role.ADMINISTRATOR})
KEEP = Capability("criteria.keep", _("维护隐患行业、判定标准、奖励标准和危险物质临界量"), {Role.ADMINISTRATOR})

CAPABILITIES = (READ, KEEP)
