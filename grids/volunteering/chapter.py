"""What volunteering brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from grids.volunteering.demo.seed import seed
from grids.volunteering.filters import desk_cards
from grids.volunteering.flow import FLOW
from grids.volunteering.indicators import EVIDENCE
from grids.volunteering.models import Call, SignUp
from grids.volunteering.permissions import CAPABILITIES, VIEW

PARTS = {
    "capabilities": CAPABILITIES,
    "evidence": EVIDENCE,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Call},
    "tracked": (SignUp,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "navigation": (Link(_("志愿服务"), "volunteering_list", VIEW),),
}
