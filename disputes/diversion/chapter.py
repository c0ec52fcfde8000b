"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.diversion.demo.seed import seed
from disputes.diversion.filters import desk_cards
from disputes.diversion.flow import FLOW
from disputes.diversion.models import Diversion
from disputes.diversion.notices import NOTICES
from disputes.diversion.permissions import CAPABILITIES, VIEW
from disputes.diversion.services import hanging_on
from disputes.diversion.terms import TERMS
from disputes.diversion.views import shown_on_mediation
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Diversion},
    "terms": TERMS,
    "demo_beside": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "dependents": (hanging_on,),
    "panels": (shown_on_mediation,),
    "navigation": (Link(_("分流衔接"), "diversion_list", VIEW),),
}
