"""What this procedure brings to its chapter."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.data.load import load_check_lists
from emergencies.premises.permissions import CAPABILITIES, VIEW
from emergencies.premises.services import enter_all_venues
from governance.web.furniture import Link


def load_register():
    """Crowded places that were confirmed before there was a register enter it."""
    load_check_lists()
    return {"premises": enter_all_venues(at=timezone.now())}


PARTS = {
    "capabilities": CAPABILITIES,
    "loaders": (load_register,),
    "navigation": (Link(_("检查对象名录"), "premises_list", VIEW),),
}
