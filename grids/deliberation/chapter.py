"""What deliberation brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from grids.deliberation.demo.seed import seed
from grids.deliberation.filters import desk_cards
from grids.deliberation.flow import FLOW
from grids.deliberation.indicators import EVIDENCE, INDICATORS
from grids.deliberation.models import Deliberation
from grids.deliberation.notices import NOTICES
from grids.deliberation.permissions import CAPABILITIES, VIEW
from grids.deliberation.services import note_lapse
from grids.deliberation.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Deliberation},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "listeners": (note_lapse,),
    "navigation": (Link(_("议事协商"), "deliberation_list", VIEW),),
}
