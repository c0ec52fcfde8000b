"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.command.filters import desk_cards
from emergencies.command.flow import FLOW
from emergencies.command.indicators import EVIDENCE, INDICATORS
from emergencies.command.models import CommandTask
from emergencies.command.notices import NOTICES
from emergencies.command.permissions import CAPABILITIES, VIEW
from emergencies.command.services import tell
from emergencies.command.terms import TERMS
from emergencies.command.views import panel
from governance.web.furniture import DAILY, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: CommandTask},
    "terms": TERMS,
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "panels": (panel,),
    "listeners": (tell,),
    "navigation": (Link(_("应急处置任务"), "command_list", VIEW, turn=DAILY),),
}
