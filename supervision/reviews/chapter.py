"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from supervision.reviews.demo.seed import seed
from supervision.reviews.filters import desk_cards
from supervision.reviews.flow import FLOW
from supervision.reviews.indicators import INDICATORS
from supervision.reviews.models import Review
from supervision.reviews.notices import NOTICES
from supervision.reviews.permissions import CAPABILITIES, VIEW
from supervision.reviews.services import go_on
from supervision.reviews.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Review},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "notices": NOTICES,
    "listeners": (go_on,),
    "navigation": (Link(_("人大监督"), "reviews_list", VIEW),),
}
