"""Who keeps the check lists for the whole city. Everyone may read them: they are published."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

KEEP = Capability("checklists.keep", _("维护安全检查表"), {Role.ADMINISTRATOR})

CAPABILITIES = (KEEP,)
