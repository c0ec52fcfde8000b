"""What the dashboard brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.people.enums import Role
from governance.web.furniture import DAILY, RARE, Link
from supervision.indicators.permissions import CAPABILITIES, FLOORS, MAP, READ

PARTS = {
    "foremost": (Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.SUPERVISING_BODY, Role.CONGRESS_STAFF, Role.AUDITOR),
    "demo_after": ("grids", "disputes", "emergencies"),  # it reads what happened there
    "capabilities": CAPABILITIES,
    "navigation": (
        Link(_("指标看板"), "dashboard", READ, turn=DAILY),
        Link(_("指标底线"), "dashboard_floors", FLOORS, turn=RARE),
        Link(_("看板地图"), "dashboard_map", MAP),
    ),
}
