"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from supervision.recommendations.demo.seed import seed
from supervision.recommendations.filters import desk_cards
from supervision.recommendations.flow import FLOW
from supervision.recommendations.indicators import INDICATORS
from supervision.recommendations.models import Recommendation
from supervision.recommendations.notices import NOTICES
from supervision.recommendations.permissions import CAPABILITIES, VIEW
from supervision.recommendations.services import note_late
from supervision.recommendations.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Recommendation},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "notices": NOTICES,
    "listeners": (note_late,),
    "navigation": (Link(_("监察、司法、检察建议"), "recommendations_list", VIEW),),
}
