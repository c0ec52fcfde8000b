"""Who reads the criteria, and who publishes new ones."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READERS = {
    Role.MEDIATOR, Role.CENTRE_OFFICER, Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR,
}  # fmt: skip

READ = Capability("colours.read", _("查看纠纷等级标准"), READERS)
KEEP = Capability("colours.keep", _("发布纠纷等级标准"), {Role.CENTRE_OFFICER})

CAPABILITIES = (READ, KEEP)
