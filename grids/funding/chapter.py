"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from grids.funding.demo.seed import seed
from grids.funding.filters import desk_cards
from grids.funding.flow import FLOW
from grids.funding.indicators import EVIDENCE, INDICATORS
from grids.funding.models import Allotment
from grids.funding.notices import NOTICES
from grids.funding.permissions import CAPABILITIES, VIEW
from grids.funding.terms import TERMS
from grids.funding.views import shown_on_admission

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Allotment},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "panels": (shown_on_admission,),
    "navigation": (Link(_("准入事项经费"), "funding_list", VIEW),),
}
