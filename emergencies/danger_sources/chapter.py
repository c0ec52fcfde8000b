"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.danger_sources.data.load import load_substances
from emergencies.danger_sources.demo.seed import seed
from emergencies.danger_sources.filters import desk_cards
from emergencies.danger_sources.flow import FLOW
from emergencies.danger_sources.indicators import EVIDENCE, INDICATORS
from emergencies.danger_sources.models import DangerSource
from emergencies.danger_sources.notices import NOTICES
from emergencies.danger_sources.permissions import CAPABILITIES, VIEW
from emergencies.danger_sources.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: DangerSource},
    "terms": TERMS,
    "loaders": (load_substances,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "navigation": (Link(_("重大危险源"), "danger_sources_list", VIEW),),
}
