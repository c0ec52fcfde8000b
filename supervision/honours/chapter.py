"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from supervision.honours.demo.seed import seed
from supervision.honours.filters import desk_cards
from supervision.honours.flow import FLOW
from supervision.honours.models import Honour
from supervision.honours.notices import NOTICES
from supervision.honours.permissions import CAPABILITIES, VIEW

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Honour},
    "demo": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "navigation": (Link(_("荣誉称号"), "honours_list", VIEW),),
}
