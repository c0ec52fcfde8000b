"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.stability.data.load import load_standards
from disputes.stability.demo.seed import seed
from disputes.stability.filters import desk_cards
from disputes.stability.flow import FLOW
from disputes.stability.indicators import EVIDENCE, INDICATORS
from disputes.stability.models import StabilityAssessment
from disputes.stability.notices import NOTICES
from disputes.stability.permissions import CAPABILITIES, VIEW
from disputes.stability.services import note_late
from disputes.stability.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: StabilityAssessment},
    "terms": TERMS,
    "loaders": (load_standards,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "listeners": (note_late,),
    "navigation": (Link(_("社会稳定风险评估"), "stability_list", VIEW),),
}
