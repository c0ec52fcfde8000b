"""Who reads the dashboard, and who brings in its map."""

from django.utils.translation import gettext_lazy as _

from governance.access.capabilities import Capability
from governance.people.enums import Role

READ = Capability(
    "indicators.read",
    _("查看指标看板"),
    {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.CENTRE_OFFICER, Role.AUDITOR, Role.TOWNSHIP_CLERK, Role.HOTLINE_OPERATOR},
)
MAP = Capability("indicators.map", _("导入看板地图"), {Role.LEADING_OFFICE, Role.ADMINISTRATOR})
FLOORS = Capability("indicators.floors", _("修改指标底线"), {Role.LEADING_OFFICE})

CAPABILITIES = (READ, MAP, FLOORS)
