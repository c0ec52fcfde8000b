"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.imports.demo.seed import seed
from disputes.imports.permissions import CAPABILITIES, TAKE_IN
from governance.web.furniture import RARE, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "demo": (seed,),
    "navigation": (Link(_("来件导入"), "imports_list", TAKE_IN, turn=RARE),),
}
