"""What the directory brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from grids.organisations.demo.seed import seed
from grids.organisations.filters import desk_cards
from grids.organisations.flow import FLOW
from grids.organisations.indicators import EVIDENCE
from grids.organisations.models import Organisation
from grids.organisations.permissions import CAPABILITIES, VIEW

PARTS = {
    "capabilities": CAPABILITIES,
    "evidence": EVIDENCE,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Organisation},
    "demo": (seed,),
    "desk": (desk_cards,),
    "navigation": (Link(_("社会组织和物业"), "organisations_list", VIEW),),
}
