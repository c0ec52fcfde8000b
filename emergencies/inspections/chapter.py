"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.inspections.data.sheet_page import sheet_page
from emergencies.inspections.demo.seed import seed
from emergencies.inspections.filters import desk_cards
from emergencies.inspections.flow import FLOW
from emergencies.inspections.indicators import EVIDENCE, INDICATORS
from emergencies.inspections.models import Inspection
from emergencies.inspections.notices import NOTICES
from emergencies.inspections.permissions import CAPABILITIES, INSPECT, VIEW
from emergencies.inspections.services import note_lapse
from emergencies.inspections.terms import TERMS
from governance.web.furniture import DAILY, Link
from governance.web.offline import OfflineSheet

SHEET = OfflineSheet(
    page="inspections_sheet",
    render=sheet_page,
    shown_for=("inspections_phone",),
    modules=("js/phone/inspected.js", "js/phone/inspection.js", "js/phone/signature.js"),
    sending="inspections_sending",
)

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Inspection},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "listeners": (note_lapse,),
    "offline": (SHEET,),
    "navigation": (
        Link(_("现场检查"), "inspections_phone", INSPECT, turn=DAILY),
        Link(_("安全检查"), "inspections_list", VIEW, turn=DAILY),
    ),
}
