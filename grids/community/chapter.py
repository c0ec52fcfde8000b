"""What activities and the calendar bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Door, Link
from grids.community.demo.seed import seed
from grids.community.filters import desk_cards
from grids.community.flow import FLOW
from grids.community.indicators import EVIDENCE, INDICATORS
from grids.community.models import Activity
from grids.community.permissions import CAPABILITIES, VIEW

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Activity},
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "doors": (Door(_("社区活动与议事"), _("活动日历、志愿服务、议事协商，在您的村（社区）发生的事。"), "community", "person", order=6),),
    "navigation": (Link(_("社区活动"), "community_list", VIEW),),
}
