"""What this procedure brings to its chapter."""

from emergencies.danger_sources.data.load import load_substances
from emergencies.danger_sources.flow import FLOW
from emergencies.danger_sources.models import DangerSource
from emergencies.danger_sources.permissions import CAPABILITIES
from emergencies.danger_sources.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: DangerSource},
    "terms": TERMS,
    "loaders": (load_substances,),
}
