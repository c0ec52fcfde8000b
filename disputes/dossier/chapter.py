"""What the files of mediations bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.dossier.data.load import load_items
from disputes.dossier.data.survey import survey
from disputes.dossier.demo.seed import seed
from disputes.dossier.permissions import CAPABILITIES, KEEP_LIST
from disputes.mediation.enums import State
from disputes.mediation.models import Mediation
from disputes.mediation.permissions import VIEW
from governance.web.furniture import RARE, Link

WITHOUT_FILE = (State.REGISTERED, State.NOT_ACCEPTED, State.WITHDRAWN)


def meter(request, case):
    """How far the file is, on the page of the case."""
    if not isinstance(case, Mediation) or case.state in WITHOUT_FILE:
        return None
    return {"template": "disputes/dossier/_panel.html", "found": survey(case)}


PARTS = {
    "capabilities": CAPABILITIES,
    "loaders": (load_items,),
    "demo_beside": (seed,),
    "panels": (meter,),
    "navigation": (Link(_("卷宗登记簿"), "dossier_list", VIEW), Link(_("卷宗材料清单"), "dossier_items", KEEP_LIST, turn=RARE)),
}
