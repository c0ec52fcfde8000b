"""Who reads what an office owes: the office itself, and those who supervise the sites."""

from django.utils.translation import gettext_lazy as _

from emergencies.venues.permissions import VIEW as VENUES
from governance.access.capabilities import Capability
from governance.people.enums import Role

READ = Capability("owed.read", _("查看本单位应办事项"), {Role.SITE_MANAGER, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER})
READ_OTHERS = Capability("owed.read_others", _("查看所管场所应办事项"), VENUES.roles - {Role.SITE_MANAGER})

CAPABILITIES = (READ, READ_OTHERS)
