"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.data.load import load_catalogue
from disputes.complaints.demo.begin import seed
from disputes.complaints.filters import desk_cards
from disputes.complaints.flow import FLOW
from disputes.complaints.indicators import EVIDENCE, INDICATORS
from disputes.complaints.models import Complaint
from disputes.complaints.notices import NOTICES
from disputes.complaints.permissions import CAPABILITIES, FILE, ROUTE, VIEW
from disputes.complaints.public.services import keep_for
from disputes.complaints.services import intake, note_lapse
from disputes.complaints.terms import TERMS
from governance.people.enums import Role
from governance.web.furniture import DAILY, RARE, Door, Link

PARTS = {
    "foremost": (Role.HOTLINE_OPERATOR, Role.CENTRE_OFFICER, Role.DEPARTMENT_HANDLER, Role.MEDIATOR, Role.CARE_PROVIDER),
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Complaint},
    "terms": TERMS,
    "loaders": (load_catalogue,),
    "demo": (seed,),
    "demo_after": ("grids",),  # what the grids handed over goes its way
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "intake": {FLOW.procedure: intake},
    "tracking": (keep_for,),
    "notices": NOTICES,
    "listeners": (note_lapse,),
    "doors": (
        Door(_("我要反映"), _("投诉、求助、咨询、建议、举报。不用注册，约两分钟。"), "file_complaint", "edit", order=1),
        Door(_("查询进度"), _("凭受理编号和查询码，查看进度、答复，作出评价。"), "track", "search", order=2),
    ),
    "navigation": (
        Link(_("诉求工单"), "complaints_list", VIEW, turn=DAILY),
        Link(_("登记诉求"), "complaints_create", FILE, turn=DAILY),
        Link(_("分类与派单规则"), "complaints_catalogue", ROUTE, turn=RARE),
    ),
}
