"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles.filters import desk_cards
from emergencies.stockpiles.flow import FLOW
from emergencies.stockpiles.indicators import EVIDENCE, INDICATORS
from emergencies.stockpiles.models import StockCard
from emergencies.stockpiles.notices import NOTICES
from emergencies.stockpiles.permissions import CAPABILITIES, VIEW
from emergencies.stockpiles.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: StockCard},
    "terms": TERMS,
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "navigation": (Link(_("应急物资储备"), "stockpiles_list", VIEW),),
}
