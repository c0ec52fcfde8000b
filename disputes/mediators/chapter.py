"""What committees and mediators bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.mediators.demo.seed import seed
from disputes.mediators.filters import desk_cards
from disputes.mediators.flow import FLOW
from disputes.mediators.indicators import EVIDENCE, INDICATORS
from disputes.mediators.models import ChoiceInvitation, Committee
from disputes.mediators.notices import NOTICES
from disputes.mediators.permissions import CAPABILITIES, VIEW, WORKLOAD
from disputes.mediators.terms import TERMS
from disputes.mediators.views import panel
from governance.web.furniture import Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Committee},
    "terms": TERMS,
    "tracked": (ChoiceInvitation,),
    "panels": (panel,),
    "demo_beside": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "doors": (
        Door(
            _("调解组织和调解员"),
            _("附近的调委会、调解员和个人调解工作室：电话、地址、擅长的纠纷。"),
            "mediator_directory",
            "person",
            order=4,
            reads=True,
        ),
    ),
    "navigation": (Link(_("调解组织"), "mediators_list", VIEW), Link(_("本会工作量"), "mediators_workload", WORKLOAD)),
}
