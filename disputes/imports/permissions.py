"""Who may bring in what was taken down elsewhere: whoever dispatches, and the township's counter."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.permissions import DISPATCHERS
from governance.access.capabilities import Capability
from governance.people.enums import Role

TAKE_IN = Capability("imports.take_in", _("批量导入来件"), DISPATCHERS | {Role.TOWNSHIP_CLERK})

CAPABILITIES = (TAKE_IN,)
