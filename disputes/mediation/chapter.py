"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.mediation.data.load import load_reasons_and_ways
from disputes.mediation.demo.seed import seed, seed_taken_over
from disputes.mediation.filters import desk_cards
from disputes.mediation.flow import FLOW
from disputes.mediation.indicators import EVIDENCE, INDICATORS
from disputes.mediation.models import Mediation
from disputes.mediation.notices import NOTICES
from disputes.mediation.permissions import CAPABILITIES, REGISTER, VIEW
from disputes.mediation.services import intake, invite_other_side, note_lapse
from disputes.mediation.terms import TERMS
from governance.web.furniture import DAILY, Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Mediation},
    "terms": TERMS,
    "loaders": (load_reasons_and_ways,),
    "demo": (seed_taken_over,),
    "demo_beside": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "intake": {FLOW.procedure: intake},
    "notices": NOTICES,
    "listeners": (note_lapse, invite_other_side),
    "doors": (
        Door(_("申请调解"), _("邻里、家庭、物业、劳动、消费等纠纷，由调解员帮助协商，不收费。"), "apply_mediation", "info", order=3),
    ),
    "navigation": (Link(_("人民调解"), "mediation_list", VIEW, turn=DAILY), Link(_("登记调解申请"), "mediation_create", REGISTER)),
}
