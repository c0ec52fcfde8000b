"""Who keeps the kinds of grid reports: the city's, for all grids alike (Art. 49)."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEP = Capability("kinds.keep", _("维护网格事件类型"), {Role.ADMINISTRATOR, Role.CENTRE_OFFICER})

CAPABILITIES = (KEEP,)
