"""What this procedure brings to its chapter."""

from emergencies.incidents.data.load import load_incident_kinds
from emergencies.incidents.flow import FLOW
from emergencies.incidents.models import Incident
from emergencies.incidents.permissions import CAPABILITIES
from emergencies.incidents.services import note_lapse, take_over
from emergencies.incidents.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Incident},
    "terms": TERMS,
    "loaders": (load_incident_kinds,),
    "intake": {FLOW.procedure: take_over},
    "listeners": (note_lapse,),
}
