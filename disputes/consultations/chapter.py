"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.consultations.demo.seed import seed
from disputes.consultations.filters import desk_cards
from disputes.consultations.flow import FLOW
from disputes.consultations.indicators import EVIDENCE
from disputes.consultations.models import Consultation
from disputes.consultations.notices import NOTICES
from disputes.consultations.permissions import CAPABILITIES, VIEW, WATCH
from disputes.consultations.services import conclude, hanging_on, raise_if_stuck
from disputes.consultations.terms import TERMS
from disputes.consultations.views import shown_on_complaint
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "evidence": EVIDENCE,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Consultation},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "listeners": (conclude, raise_if_stuck),
    "dependents": (hanging_on,),
    "panels": (shown_on_complaint,),
    "navigation": (Link(_("会商"), "consultations_list", VIEW), Link(_("无主或超期事项"), "consultations_watch", WATCH)),
}
