"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Door, Link
from grids.admission.data.load import load_duties
from grids.admission.demo.seed import seed
from grids.admission.filters import desk_cards
from grids.admission.flow import FLOW
from grids.admission.indicators import EVIDENCE
from grids.admission.models import Admission
from grids.admission.notices import NOTICES
from grids.admission.permissions import CAPABILITIES, VIEW
from grids.admission.services import follow_up
from grids.admission.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "evidence": EVIDENCE,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Admission},
    "terms": TERMS,
    "loaders": (load_duties,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "listeners": (follow_up,),
    "doors": (
        Door(_("网格职责清单"), _("网格员做什么、哪个部门下沉的、依据和经费，一查便知。"), "grid_duties", "info", order=8, reads=True),
    ),
    "navigation": (Link(_("网格事项准入"), "admission_list", VIEW),),
}
