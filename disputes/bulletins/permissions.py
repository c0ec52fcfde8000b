"""Who publishes the monthly bulletin: the city's leading group's office and the hotline."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

PUBLISH = Capability("bulletins.publish", _("核对、公布、更正每月通报"), {Role.LEADING_OFFICE, Role.HOTLINE_OPERATOR})

CAPABILITIES = (PUBLISH,)
