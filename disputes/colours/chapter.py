"""What the criteria bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.colours.data.load import load_colours
from disputes.colours.permissions import CAPABILITIES, READ
from governance.web.furniture import RARE, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "loaders": (load_colours,),
    "navigation": (Link(_("纠纷等级标准"), "colours", READ, turn=RARE),),
}
