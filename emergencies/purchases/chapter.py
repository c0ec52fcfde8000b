"""What this procedure brings to its chapter. It is reached from the list of reserves."""

from emergencies.purchases.filters import desk_cards
from emergencies.purchases.flow import FLOW
from emergencies.purchases.indicators import EVIDENCE
from emergencies.purchases.models import PurchasePlan
from emergencies.purchases.notices import NOTICES
from emergencies.purchases.permissions import CAPABILITIES
from emergencies.purchases.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: PurchasePlan},
    "terms": TERMS,
    "desk": (desk_cards,),
    "evidence": EVIDENCE,
    "notices": NOTICES,
}
