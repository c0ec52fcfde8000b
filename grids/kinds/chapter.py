"""What the kinds of grid reports bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import RARE, Link
from grids.kinds.demo.seed import seed
from grids.kinds.permissions import CAPABILITIES, KEEP

PARTS = {
    "capabilities": CAPABILITIES,
    "demo": (seed,),
    "navigation": (Link(_("网格事件类型"), "kinds_list", KEEP, turn=RARE),),
}
