"""Who may do what with mass events: the procedure's own matrix. The police decides; the line above and the place itself read."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READERS = {Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}
POLICE = {Role.DEPARTMENT_HANDLER}

VIEW = Capability("mass_events.view", _("查看大型群众性活动"), POLICE | READERS)
HANDLE = Capability("mass_events.handle", _("受理、查验、决定大型群众性活动安全许可"), POLICE)
OPEN_CONTACT = Capability("mass_events.open_contact", _("查看大型群众性活动联系人"), POLICE)
EXPORT = Capability("mass_events.export", _("导出大型群众性活动"), POLICE | READERS)

CAPABILITIES = (VIEW, HANDLE, OPEN_CONTACT, EXPORT)
