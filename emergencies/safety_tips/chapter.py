"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_tips.demo.seed import seed
from emergencies.safety_tips.filters import desk_cards
from emergencies.safety_tips.flow import FLOW
from emergencies.safety_tips.indicators import EVIDENCE, INDICATORS
from emergencies.safety_tips.models import SafetyTip
from emergencies.safety_tips.notices import NOTICES
from emergencies.safety_tips.permissions import CAPABILITIES, VIEW
from emergencies.safety_tips.services import note_late
from emergencies.safety_tips.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: SafetyTip},
    "terms": TERMS,
    "desk": (desk_cards,),
    "demo_last": (seed,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "listeners": (note_late,),
    "navigation": (Link(_("平安提示"), "safety_tips_list", VIEW),),
}
