"""What this procedure brings to its chapter."""

from emergencies.incident_reviews.demo.seed import seed
from emergencies.incident_reviews.filters import desk_cards
from emergencies.incident_reviews.flow import FLOW
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incident_reviews.notices import NOTICES
from emergencies.incident_reviews.permissions import CAPABILITIES
from emergencies.incident_reviews.services import go_on
from emergencies.incident_reviews.terms import TERMS
from emergencies.incident_reviews.views import panel

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: IncidentReview},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "panels": (panel,),
    "listeners": (go_on,),
}
