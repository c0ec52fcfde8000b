"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.data.load import load_partners
from emergencies.cooperation.demo.seed import seed
from emergencies.cooperation.filters import desk_cards
from emergencies.cooperation.flow import FLOW
from emergencies.cooperation.indicators import EVIDENCE
from emergencies.cooperation.models import CityMeeting
from emergencies.cooperation.notices import NOTICES
from emergencies.cooperation.permissions import CAPABILITIES, VIEW
from emergencies.cooperation.services import go_on
from emergencies.cooperation.terms import TERMS
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: CityMeeting},
    "terms": TERMS,
    "notices": NOTICES,
    "evidence": EVIDENCE,
    "loaders": (load_partners,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "listeners": (go_on,),
    "navigation": (Link(_("区域协作"), "cooperation_list", VIEW),),
}
