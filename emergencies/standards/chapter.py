"""What the standards bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.standards.permissions import CAPABILITIES, KEEP
from governance.web.furniture import Link

PARTS = {"capabilities": CAPABILITIES, "navigation": (Link(_("场所和演练标准"), "standards", KEEP),)}
