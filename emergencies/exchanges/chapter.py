"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.exchanges.demo.seed import seed
from emergencies.exchanges.permissions import CAPABILITIES, VIEW
from emergencies.exchanges.views import beside_incident, shown_on_incident
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "demo": (seed,),
    "panels": (shown_on_incident,),
    "beside_incident": (beside_incident,),
    "navigation": (Link(_("跨市通报"), "exchanges_list", VIEW),),
}
