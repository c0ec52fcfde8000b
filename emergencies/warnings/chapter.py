"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.warnings.data.load import load_warning_kinds
from emergencies.warnings.demo.seed import seed
from emergencies.warnings.filters import desk_cards
from emergencies.warnings.flow import FLOW
from emergencies.warnings.indicators import EVIDENCE, INDICATORS
from emergencies.warnings.models import Warning
from emergencies.warnings.notices import NOTICES
from emergencies.warnings.permissions import CAPABILITIES, KEEP, VIEW
from emergencies.warnings.public.services import banners
from emergencies.warnings.services import note_late
from emergencies.warnings.terms import TERMS
from emergencies.warnings.views import beside_incident
from governance.web.furniture import RARE, Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Warning},
    "terms": TERMS,
    "loaders": (load_warning_kinds,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "listeners": (note_late,),
    "notices": NOTICES,
    "banners": (banners,),
    "beside_incident": (beside_incident,),
    "doors": (
        Door(_("预警和安全提示"), _("天气、灾害、疫情预警，防诈骗提示，突发事件通报。"), "warnings_published", "warning", 20, reads=True),
    ),
    "navigation": (Link(_("预警和信息发布"), "warnings_list", VIEW), Link(_("预警种类"), "warnings_kinds", KEEP, turn=RARE)),
}  # fmt: skip
