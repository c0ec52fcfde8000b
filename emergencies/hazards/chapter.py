"""What this procedure brings to its chapter."""

from emergencies.hazards.data.load import load_criteria
from emergencies.hazards.flow import FLOW
from emergencies.hazards.models import Hazard
from emergencies.hazards.permissions import CAPABILITIES
from emergencies.hazards.services import note_lapse, take_over
from emergencies.hazards.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Hazard},
    "terms": TERMS,
    "loaders": (load_criteria,),
    "intake": {FLOW.procedure: take_over},
    "listeners": (note_lapse,),
}
