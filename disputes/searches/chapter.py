"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.searches.data.load import load_periods
from disputes.searches.demo.seed import seed
from disputes.searches.filters import desk_cards
from disputes.searches.flow import FLOW
from disputes.searches.indicators import EVIDENCE, INDICATORS
from disputes.searches.models import Search
from disputes.searches.notices import NOTICES
from disputes.searches.permissions import CAPABILITIES, VIEW
from disputes.searches.services import note_lapse
from disputes.searches.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Search},
    "terms": TERMS,
    "loaders": (load_periods,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "listeners": (note_lapse,),
    "navigation": (Link(_("矛盾纠纷排查"), "searches_list", VIEW),),
}
