"""What the standards bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.standards.data.load import load_security
from emergencies.standards.permissions import CAPABILITIES, KEEP
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "loaders": (load_security,),
    "navigation": (Link(_("场所和演练标准"), "standards", KEEP),),
}
