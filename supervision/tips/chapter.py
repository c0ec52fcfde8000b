"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Door, Link
from supervision.tips.demo.seed import seed
from supervision.tips.filters import desk_cards
from supervision.tips.flow import FLOW
from supervision.tips.indicators import INDICATORS
from supervision.tips.models import Tip
from supervision.tips.notices import NOTICES
from supervision.tips.permissions import CAPABILITIES, VIEW
from supervision.tips.services import note_end, note_late
from supervision.tips.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Tip},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "notices": NOTICES,
    "listeners": (note_late, note_end),
    "doors": (Door(_("监督我们"), _("哪个单位、哪项社会治理职责没有做到，可以不留姓名告诉我们。"), "supervise_us", "check", order=9),),
    "navigation": (Link(_("监督来信"), "tips_list", VIEW),),
}
