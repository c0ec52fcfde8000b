"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.checklists.data.load import load_check_lists
from emergencies.checklists.permissions import CAPABILITIES, KEEP
from governance.web.furniture import RARE, Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "loaders": (load_check_lists,),
    "navigation": (Link(_("安全检查表"), "checklists_list", KEEP, turn=RARE),),
    "doors": (Door(_("安全检查表"), _("消防、燃气、寄递物流等检查些什么，可先自查。"), "checklists_published", "check", 70, reads=True),),
}
