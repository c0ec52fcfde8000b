"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import DAILY, Link
from supervision.oversight.demo.seed import seed
from supervision.oversight.filters import desk_cards
from supervision.oversight.flow import FLOW
from supervision.oversight.indicators import INDICATORS
from supervision.oversight.models import Finding
from supervision.oversight.notices import NOTICES
from supervision.oversight.permissions import CAPABILITIES, VIEW
from supervision.oversight.terms import TERMS
from supervision.oversight.views import shown_on_subject

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Finding},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "notices": NOTICES,
    "panels": (shown_on_subject,),
    "navigation": (Link(_("督导线索"), "oversight_list", VIEW, turn=DAILY),),
}
