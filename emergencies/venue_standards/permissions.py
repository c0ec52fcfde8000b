"""Who reads the standards crowded places are held to, and who keeps them for the whole city."""

from django.utils.translation import gettext_lazy as _

from emergencies.venues.permissions import VIEW
from governance.access.capabilities import Capability
from governance.people.enums import Role

READ = Capability("standards.read", _("查看场所类型、防范标准、评估标准和演练规定"), VIEW.roles | {Role.ADMINISTRATOR})
KEEP = Capability("standards.keep", _("维护场所类型、防范标准、评估标准和演练规定"), {Role.ADMINISTRATOR})

CAPABILITIES = (READ, KEEP)
