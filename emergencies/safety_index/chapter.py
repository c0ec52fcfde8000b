"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_index.data.load import load_index
from emergencies.safety_index.demo.seed import seed
from emergencies.safety_index.filters import desk_cards
from emergencies.safety_index.flow import FLOW
from emergencies.safety_index.indicators import EVIDENCE
from emergencies.safety_index.models import Edition
from emergencies.safety_index.notices import NOTICES
from emergencies.safety_index.permissions import CAPABILITIES, KEEP, VIEW
from emergencies.safety_index.terms import TERMS
from governance.web.furniture import RARE, Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Edition},
    "terms": TERMS,
    "desk": (desk_cards,),
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "loaders": (load_index,),
    "demo_last": (seed,),
    "doors": (Door(_("平安指数"), _("各旗县区、乡镇（街道）的平安状况，每月公布。"), "safety_index_published", "chart", 25, reads=True),),
    "navigation": (
        Link(_("平安指数"), "safety_index_list", VIEW),
        Link(_("平安指数编制办法"), "safety_index_method", KEEP, turn=RARE),
    ),
}
