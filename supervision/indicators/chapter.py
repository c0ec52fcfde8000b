"""What the dashboard brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from supervision.indicators.permissions import CAPABILITIES, FLOORS, MAP, READ

PARTS = {
    "demo_after": ("grids", "disputes", "emergencies"),  # it reads what happened there
    "capabilities": CAPABILITIES,
    "navigation": (
        Link(_("指标看板"), "dashboard", READ),
        Link(_("指标底线"), "dashboard_floors", FLOORS),
        Link(_("看板地图"), "dashboard_map", MAP),
    ),
}
