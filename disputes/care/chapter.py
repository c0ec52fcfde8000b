"""What this procedure brings to its chapter; no figures among them: of people who are helped there is a page of counts alone."""

from django.utils.translation import gettext_lazy as _

from disputes.care.data.load import load_needs
from disputes.care.demo.seed import seed
from disputes.care.filters import desk_cards
from disputes.care.flow import FLOW
from disputes.care.models import Care
from disputes.care.notices import NOTICES
from disputes.care.permissions import CAPABILITIES, FIGURES, NEEDS, REQUEST, VIEW
from disputes.care.terms import TERMS
from governance.web.furniture import RARE, Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Care},
    "terms": TERMS,
    "loaders": (load_needs,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "doors": (
        Door(_("申请关爱帮扶"), _("心理辅导、陪伴探访、就业指导等。自愿申请，信息保密，可以随时撤回。"), "ask_for_care", "person", order=6),
    ),
    "navigation": (
        Link(_("关爱帮扶"), "care_list", VIEW),
        Link(_("登记帮扶申请"), "care_create", REQUEST),
        Link(_("帮扶数量"), "care_figures", FIGURES, turn=RARE),
        Link(_("帮扶服务目录"), "care_needs", NEEDS, turn=RARE),
    ),
}
