"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.drills.data.load import load_drill_rules
from emergencies.drills.demo.begin import seed
from emergencies.drills.filters import desk_cards
from emergencies.drills.flow import FLOW
from emergencies.drills.indicators import EVIDENCE, INDICATORS
from emergencies.drills.models import Drill
from emergencies.drills.notices import NOTICES
from emergencies.drills.permissions import CAPABILITIES, VIEW
from emergencies.drills.services import go_on
from emergencies.drills.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Drill},
    "terms": TERMS,
    "loaders": (load_drill_rules,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "listeners": (go_on,),
    "navigation": (
        Link(_("应急演练"), "drills_list", VIEW),
        Link(_("演练日历"), "drills_calendar", VIEW),
    ),
}
