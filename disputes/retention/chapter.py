"""What retention brings to the chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.retention.demo.seed import seed
from disputes.retention.permissions import CAPABILITIES, READ
from disputes.retention.public.views import told
from governance.web.furniture import RARE, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "told": (told,),
    "demo": (seed,),
    "navigation": (Link(_("联系方式保存"), "retention", READ, turn=RARE),),
}
