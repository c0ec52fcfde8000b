"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.releases.demo.seed import seed
from emergencies.releases.filters import desk_cards
from emergencies.releases.flow import FLOW
from emergencies.releases.models import ReleaseOrder
from emergencies.releases.notices import NOTICES
from emergencies.releases.permissions import CAPABILITIES, VIEW
from emergencies.releases.terms import TERMS
from emergencies.releases.views import beside_incident
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: ReleaseOrder},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "beside_incident": (beside_incident,),
    "navigation": (Link(_("应急物资动用"), "releases_list", VIEW),),
}
