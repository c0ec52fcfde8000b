"""What the standard replies bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.permissions import TEXTS
from disputes.replies.demo.seed import seed
from governance.web.furniture import RARE, Link

PARTS = {"navigation": (Link(_("答复范本"), "replies_list", TEXTS, turn=RARE),), "demo": (seed,)}
