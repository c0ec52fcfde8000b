"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.plans.demo.begin import seed
from emergencies.plans.filters import desk_cards
from emergencies.plans.flow import FLOW
from emergencies.plans.indicators import EVIDENCE, INDICATORS
from emergencies.plans.models import Plan
from emergencies.plans.notices import NOTICES
from emergencies.plans.permissions import CAPABILITIES, VIEW
from emergencies.plans.terms import TERMS
from emergencies.plans.views import panel_of_venue
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Plan},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "panels": (panel_of_venue,),
    "navigation": (Link(_("应急预案"), "plans_list", VIEW),),
}
