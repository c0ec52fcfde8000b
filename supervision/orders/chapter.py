"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import DAILY, Link
from supervision.orders.filters import desk_cards
from supervision.orders.flow import FLOW
from supervision.orders.indicators import INDICATORS
from supervision.orders.models import Order
from supervision.orders.notices import NOTICES
from supervision.orders.permissions import CAPABILITIES, VIEW
from supervision.orders.services import draft_for
from supervision.orders.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Order},
    "terms": TERMS,
    "intake": {FLOW.procedure: draft_for},
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "notices": NOTICES,
    "navigation": (Link(_("责令整改"), "orders_list", VIEW, turn=DAILY),),
}
