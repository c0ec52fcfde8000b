"""Who may do what with consultations: the procedure's own matrix."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.permissions import DISPATCHERS, HANDLERS, READERS
from governance.access.capabilities import Capability
from governance.people.enums import Role

VIEW = Capability("consultations.view", _("查看会商"), DISPATCHERS | HANDLERS | READERS)
TAKE_PART = Capability("consultations.take_part", _("会商中表明意见"), HANDLERS | {Role.CENTRE_OFFICER})
ORGANISE = Capability("consultations.organise", _("组织会商、指定主办单位"), {Role.CENTRE_OFFICER})
WATCH = Capability("consultations.watch", _("查看无主、超期诉求"), DISPATCHERS | READERS)

CAPABILITIES = (VIEW, TAKE_PART, ORGANISE, WATCH)
