"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import DAILY, Door, Link
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
    "doors": (
        Door(
            _("督办公开"), _("哪些单位被挂牌督办、责令整改，改得怎么样，逐件公开。"), "published_supervision", "check", order=8, reads=True
        ),
    ),
    "indicators": INDICATORS,
    "notices": NOTICES,
    "navigation": (Link(_("责令整改"), "orders_list", VIEW, turn=DAILY),),
}
