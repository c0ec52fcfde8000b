"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.inspection_plans.filters import desk_cards
from emergencies.inspection_plans.flow import FLOW
from emergencies.inspection_plans.models import InspectionPlan
from emergencies.inspection_plans.notices import NOTICES
from emergencies.inspection_plans.permissions import CAPABILITIES, VIEW
from emergencies.inspection_plans.terms import TERMS
from governance.web.furniture import Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: InspectionPlan},
    "terms": TERMS,
    "desk": (desk_cards,),
    "notices": NOTICES,
    "navigation": (Link(_("安全检查计划"), "inspection_plans_list", VIEW),),
    "doors": (
        Door(_("安全检查公示"), _("检查计划、随机抽取的过程和结果。"), "inspection_plans_published", "check", 71, reads=True),
    ),
}  # fmt: skip
