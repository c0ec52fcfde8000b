"""Who may do what with co-handling orders: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.permissions import DISPATCHERS, HANDLERS, READERS
from governance.access.capabilities import Capability
from governance.people.enums import Role

VIEW = Capability("cohandling.view", _("查看协办单"), DISPATCHERS | HANDLERS | READERS)
HANDLE = Capability("cohandling.handle", _("签收协办单、反馈，主办单位处理反馈"), HANDLERS | {Role.CENTRE_OFFICER})

CAPABILITIES = (VIEW, HANDLE)
