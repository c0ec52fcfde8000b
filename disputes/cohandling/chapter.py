"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.cohandling.filters import desk_cards
from disputes.cohandling.flow import FLOW
from disputes.cohandling.models import CoHandling
from disputes.cohandling.notices import NOTICES
from disputes.cohandling.permissions import CAPABILITIES, VIEW
from disputes.cohandling.services import hanging_on
from disputes.cohandling.terms import TERMS
from disputes.cohandling.views import shown_on_complaint
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: CoHandling},
    "terms": TERMS,
    "desk": (desk_cards,),
    "notices": NOTICES,
    "dependents": (hanging_on,),
    "panels": (shown_on_complaint,),
    "navigation": (Link(_("协办单"), "cohandling_list", VIEW),),
}
