"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import RARE, Link
from grids.performance.data.load import load_formulas
from grids.performance.demo.seed import seed
from grids.performance.filters import desk_cards
from grids.performance.flow import FLOW
from grids.performance.indicators import EVIDENCE, WORKED
from grids.performance.models import Objection
from grids.performance.notices import NOTICES
from grids.performance.permissions import CAPABILITIES, KNOW, OWN, READ
from grids.performance.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Objection},
    "terms": TERMS,
    "worked": WORKED,
    "evidence": EVIDENCE,
    "loaders": (load_formulas,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "navigation": (
        Link(_("我的绩效"), "performance_mine", OWN),
        Link(_("网格员绩效"), "performance_months", READ),
        Link(_("绩效计分办法"), "performance_formulas", KNOW, turn=RARE),
    ),
}
