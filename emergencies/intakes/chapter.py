"""What this procedure brings to its chapter. It is reached from the list of reserves."""

from emergencies.intakes.filters import desk_cards
from emergencies.intakes.flow import FLOW
from emergencies.intakes.models import StockIntake
from emergencies.intakes.notices import NOTICES
from emergencies.intakes.permissions import CAPABILITIES
from emergencies.intakes.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: StockIntake},
    "terms": TERMS,
    "desk": (desk_cards,),
    "notices": NOTICES,
}
