"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.joint.demo.seed import seed
from disputes.joint.filters import desk_cards
from disputes.joint.flow import FLOW
from disputes.joint.models import JointMediation
from disputes.joint.notices import NOTICES
from disputes.joint.permissions import CAPABILITIES, VIEW
from disputes.joint.services import begin_when_all_answered, hanging_on
from disputes.joint.terms import TERMS
from disputes.joint.views import shown_on_mediation
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: JointMediation},
    "terms": TERMS,
    "demo_beside": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "listeners": (begin_when_all_answered,),
    "dependents": (hanging_on,),
    "panels": (shown_on_mediation,),
    "navigation": (Link(_("联合调解"), "joint_list", VIEW),),
}
