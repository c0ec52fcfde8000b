"""What the criteria bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.criteria.permissions import CAPABILITIES, READ
from governance.web.furniture import RARE, Link

PARTS = {"capabilities": CAPABILITIES, "navigation": (Link(_("隐患和危险源标准"), "criteria", READ, turn=RARE),)}
