"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import DAILY, RARE, Link
from grids.patrols.data.load import load_check_lists
from grids.patrols.demo.seed import seed
from grids.patrols.filters import desk_cards
from grids.patrols.flow import FLOW
from grids.patrols.indicators import EVIDENCE, INDICATORS, WORKED
from grids.patrols.models import Patrol
from grids.patrols.notices import NOTICES
from grids.patrols.permissions import CAPABILITIES, DRAW, LISTS, PLAN, VIEW
from grids.patrols.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Patrol},
    "terms": TERMS,
    "loaders": (load_check_lists,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "worked": WORKED,
    "notices": NOTICES,
    "navigation": (
        Link(_("网格巡查"), "patrols_list", VIEW, turn=DAILY),
        Link(_("巡查路线"), "patrols_routes", DRAW, turn=RARE),
        Link(_("巡查计划"), "patrols_plans", PLAN),
        Link(_("巡查检查表"), "patrols_checklists", LISTS, turn=RARE),
    ),
}
