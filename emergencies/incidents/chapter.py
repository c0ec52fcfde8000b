"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.incidents.data.load import load_incident_kinds
from emergencies.incidents.filters import desk_cards
from emergencies.incidents.flow import FLOW
from emergencies.incidents.models import Incident
from emergencies.incidents.notices import NOTICES
from emergencies.incidents.permissions import CAPABILITIES, REPORT, VIEW
from emergencies.incidents.services import note_lapse, take_over
from emergencies.incidents.terms import TERMS
from governance.web.furniture import DAILY, Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Incident},
    "terms": TERMS,
    "loaders": (load_incident_kinds,),
    "desk": (desk_cards,),
    "intake": {FLOW.procedure: take_over},
    "listeners": (note_lapse,),
    "notices": NOTICES,
    "doors": (
        Door(
            _("报告突发事件"),
            _("已经拨打110、119、120，或者没有人员危险的情况，可以在网上报告。"),
            "report_incident",
            "warning",
            order=7,
            reads=True,
        ),
    ),
    "navigation": (
        Link(_("突发事件"), "incidents_list", VIEW, turn=DAILY),
        Link(_("登记突发事件"), "incidents_create", REPORT),
    ),
}
