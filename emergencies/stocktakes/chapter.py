"""What this procedure brings to its chapter. It is reached from the list of reserves."""

from emergencies.stocktakes.filters import desk_cards
from emergencies.stocktakes.flow import FLOW
from emergencies.stocktakes.models import Stocktake
from emergencies.stocktakes.notices import NOTICES
from emergencies.stocktakes.permissions import CAPABILITIES
from emergencies.stocktakes.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Stocktake},
    "terms": TERMS,
    "desk": (desk_cards,),
    "notices": NOTICES,
}
