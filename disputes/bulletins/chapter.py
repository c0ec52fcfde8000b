"""What the monthly bulletin brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.bulletins.demo.seed import seed
from disputes.bulletins.filters import desk_cards
from disputes.bulletins.indicators import EVIDENCE
from disputes.bulletins.permissions import CAPABILITIES, PUBLISH
from disputes.bulletins.services import published_months
from governance.web.furniture import Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "evidence": EVIDENCE,
    "demo": (seed,),
    "desk": (desk_cards,),
    "doors": (Door(_("每月通报"), _("每个月的响应率、解决率、满意率，各地办得怎么样。"), "bulletins", "chart", order=7, reads=True),),
    "navigation": (Link(_("每月通报"), "bulletins_manage", PUBLISH),),
    "published_months": (published_months,),
}
