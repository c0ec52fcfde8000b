"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.venues.data.load import load_standards
from emergencies.venues.demo.begin import seed
from emergencies.venues.filters import desk_cards
from emergencies.venues.flow import FLOW
from emergencies.venues.indicators import EVIDENCE, INDICATORS
from emergencies.venues.models import Venue
from emergencies.venues.notices import NOTICES
from emergencies.venues.permissions import CAPABILITIES, DECLARE, VIEW
from emergencies.venues.terms import TERMS
from governance.people.enums import Role
from governance.web.furniture import DAILY, Link

PARTS = {
    "foremost": (Role.SITE_MANAGER,),
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Venue},
    "terms": TERMS,
    "loaders": (load_standards,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "navigation": (
        Link(_("人员密集场所"), "venues_list", VIEW, turn=DAILY),
        Link(_("申报场所"), "venues_create", DECLARE),
    ),
}
