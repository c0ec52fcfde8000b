"""What the open interface brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import Source
from disputes.complaints.models import Complaint
from disputes.open311.data.load import load_attributes
from disputes.open311.demo.seed import DEMO_KEY, seed
from disputes.open311.models import Submission
from disputes.open311.notices import NOTICES
from disputes.open311.permissions import CAPABILITIES, MANAGE
from governance.web.furniture import RARE, Link


def panel(request, case):
    """What the client sent besides, beside a complaint that came through the interface."""
    if not isinstance(case, Complaint) or case.source != Source.OPEN311:
        return None
    sent = Submission.objects.filter(complaint=case).select_related("key").first()
    return sent and {"template": "disputes/open311/_sent.html", "sent": sent, "latitude": case.latitude, "longitude": case.longitude}


PARTS = {
    "capabilities": CAPABILITIES,
    "notices": NOTICES,
    "loaders": (load_attributes,),
    "demo": (seed,),
    "demo_access": {"open311": lambda: {"api_key": DEMO_KEY, "endpoint": "/open311/v2/"}},
    "panels": (panel,),
    "navigation": (
        Link(_("开放接口密钥"), "open311_keys", MANAGE, turn=RARE),
        Link(_("接口分类属性"), "open311_attributes", MANAGE, turn=RARE),
    ),
}
