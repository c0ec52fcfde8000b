"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import DAILY, Link
from grids.reports.data.load import load_kinds
from grids.reports.demo.seed import seed
from grids.reports.filters import desk_cards
from grids.reports.flow import FLOW
from grids.reports.indicators import EVIDENCE, INDICATORS
from grids.reports.models import Report
from grids.reports.notices import NOTICES
from grids.reports.permissions import CAPABILITIES, REPORT, VIEW
from grids.reports.services import note_lapse, take_over
from grids.reports.terms import TERMS

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Report},
    "terms": TERMS,
    "intake": {FLOW.procedure: take_over},
    "loaders": (load_kinds,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "listeners": (note_lapse,),
    "navigation": (
        Link(_("上报事件"), "reports_create", REPORT, turn=DAILY),
        Link(_("网格事件"), "reports_list", VIEW, turn=DAILY),
    ),
}
