"""Who may see and change the grids: the procedure's own matrix (Art. 48, 50)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEPERS = {Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER}
READERS = {Role.VILLAGE_CLERK, Role.GRID_WORKER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}

VIEW = Capability("mesh.view", _("查看网格"), KEEPERS | READERS)
EDIT = Capability("mesh.edit", _("维护网格、指定网格员"), KEEPERS)
STANDARD = Capability("mesh.standard", _("维护网格规模标准"), {Role.ADMINISTRATOR})

CAPABILITIES = (VIEW, EDIT, STANDARD)
