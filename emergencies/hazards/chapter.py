"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.hazards.data.load import load_criteria
from emergencies.hazards.demo.begin import seed
from emergencies.hazards.filters import desk_cards
from emergencies.hazards.flow import FLOW
from emergencies.hazards.indicators import EVIDENCE, INDICATORS
from emergencies.hazards.models import Hazard
from emergencies.hazards.notices import NOTICES
from emergencies.hazards.permissions import CAPABILITIES, REPORT, VIEW
from emergencies.hazards.services import note_lapse, take_over
from emergencies.hazards.terms import TERMS
from governance.web.furniture import DAILY, Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Hazard},
    "terms": TERMS,
    "loaders": (load_criteria,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "intake": {FLOW.procedure: take_over},
    "notices": NOTICES,
    "listeners": (note_lapse,),
    "doors": (
        Door(_("举报安全隐患"), _("消防、燃气、危房、电梯等隐患，拍照就能报，可以申请奖励。"), "report_hazard", "warning", order=3),
        Door(_("重大隐患挂牌督办"), _("哪些重大隐患正在挂牌治理、谁督办、什么时候治好。"), "listed_hazards", "info", order=8, reads=True),
    ),
    "navigation": (
        Link(_("安全隐患"), "hazards_list", VIEW, turn=DAILY),
        Link(_("登记隐患"), "hazards_create", REPORT),
    ),
}
