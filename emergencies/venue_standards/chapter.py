"""What the keeping of the standards brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.venue_standards.permissions import CAPABILITIES, KEEP
from governance.web.furniture import RARE, Link

PARTS = {"capabilities": CAPABILITIES, "navigation": (Link(_("场所和演练标准"), "standards", KEEP, turn=RARE),)}
