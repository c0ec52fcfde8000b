"""Who keeps the common questions; whoever wrote a text never checks it."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEP = Capability("knowledge.keep", _("编写、核对、撤下常见问题"), {Role.ADMINISTRATOR, Role.HOTLINE_OPERATOR})

CAPABILITIES = (KEEP,)
