"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.demo.begin import seed
from disputes.complaints.filters import desk_cards
from disputes.complaints.flow import FLOW
from disputes.complaints.indicators import INDICATORS
from disputes.complaints.models import Complaint
from disputes.complaints.notices import NOTICES
from disputes.complaints.permissions import CAPABILITIES, FILE, ROUTE, VIEW
from disputes.complaints.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Complaint},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "notices": NOTICES,
    "navigation": (
        Link(_("诉求工单"), "complaints_list", VIEW),
        Link(_("登记诉求"), "complaints_create", FILE),
        Link(_("答复范本"), "complaints_replies", ROUTE),
    ),
}
