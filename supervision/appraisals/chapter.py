"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from supervision.appraisals.demo.seed import seed
from supervision.appraisals.filters import desk_cards
from supervision.appraisals.flow import FLOW
from supervision.appraisals.models import Appraisal
from supervision.appraisals.notices import NOTICES
from supervision.appraisals.permissions import CAPABILITIES, VIEW
from supervision.appraisals.services import note_lapse
from supervision.appraisals.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Appraisal},
    "terms": TERMS,
    "desk": (desk_cards,),
    "demo": (seed,),
    "notices": NOTICES,
    "listeners": (note_lapse,),
    "navigation": (Link(_("单位考核"), "appraisals_list", VIEW),),
}
