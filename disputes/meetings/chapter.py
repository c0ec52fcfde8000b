"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.meetings.demo.seed import seed
from disputes.meetings.filters import desk_cards
from disputes.meetings.flow import FLOW
from disputes.meetings.indicators import EVIDENCE, INDICATORS
from disputes.meetings.models import Meeting
from disputes.meetings.notices import NOTICES
from disputes.meetings.permissions import CAPABILITIES, VIEW
from disputes.meetings.services import go_on
from disputes.meetings.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Meeting},
    "terms": TERMS,
    "demo_beside": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "listeners": (go_on,),
    "navigation": (Link(_("联席会议"), "meetings_list", VIEW),),
}
