"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.mass_events.demo.seed import seed
from emergencies.mass_events.filters import desk_cards
from emergencies.mass_events.flow import FLOW
from emergencies.mass_events.indicators import EVIDENCE, INDICATORS
from emergencies.mass_events.models import MassEvent
from emergencies.mass_events.notices import NOTICES
from emergencies.mass_events.permissions import CAPABILITIES, VIEW
from emergencies.mass_events.services import note_late
from emergencies.mass_events.terms import TERMS
from governance.web.furniture import Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: MassEvent},
    "terms": TERMS,
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "listeners": (note_late,),
    "doors": (
        Door(
            _("申请举办大型活动"),
            _("预计1000人以上的活动，提前20日向公安机关申请安全许可。"),
            "apply_mass_event",
            "person",
            order=12,
            reads=True,
        ),
        Door(_("大型活动公示"), _("近期准予举办的大型群众性活动。"), "mass_events_published", "file", order=30, reads=True),
    ),
    "navigation": (Link(_("大型群众性活动"), "mass_events_list", VIEW),),
}
