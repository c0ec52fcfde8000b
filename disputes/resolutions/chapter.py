"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.resolutions.filters import desk_cards
from disputes.resolutions.flow import FLOW
from disputes.resolutions.indicators import INDICATORS
from disputes.resolutions.models import Resolution
from disputes.resolutions.notices import NOTICES
from disputes.resolutions.permissions import CAPABILITIES, VIEW
from disputes.resolutions.services import close_meeting, note_late
from disputes.resolutions.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Resolution},
    "terms": TERMS,
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "notices": NOTICES,
    "listeners": (note_late, close_meeting),
    "navigation": (Link(_("议定事项"), "resolutions_list", VIEW),),
}
