"""What the pages of what is owed bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.owed.permissions import CAPABILITIES, READ, READ_OTHERS
from emergencies.owed.services import equipment_missing, owed_as_site, plans_missing
from emergencies.owed.views import desk_cards
from governance.web.furniture import DAILY, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "owed": (owed_as_site, plans_missing, equipment_missing),
    "desk": (desk_cards,),
    "navigation": (
        Link(_("本单位应办事项"), "owed", READ, turn=DAILY),
        Link(_("场所应办事项"), "owed_sites", READ_OTHERS),
    ),
}
