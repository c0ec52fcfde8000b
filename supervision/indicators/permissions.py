"""Who reads the dashboard."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READ = Capability(
    "indicators.read",
    _("查看指标看板"),
    {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.CENTRE_OFFICER, Role.AUDITOR, Role.TOWNSHIP_CLERK, Role.HOTLINE_OPERATOR},
)

CAPABILITIES = (READ,)
