"""What this procedure brings to its chapter: links to the papers on the pages of a complaint."""

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from disputes.complaints.views import may_open_contact
from disputes.papers.data.facts import ANSWERED

UNDISPATCHED = frozenset({State.REGISTERED, State.CLASSIFIED, State.NOT_ACCEPTED, State.EMERGENCY})


def papers(request, case):
    """The papers there are now, on the page of a complaint."""
    if not isinstance(case, Complaint) or (case.office_id is None and case.state in UNDISPATCHED):
        return None
    return {
        "template": "disputes/papers/_panel.html",
        "with_contact": may_open_contact(request.user, case),
        "is_answered": case.state in ANSWERED,
    }


def letter(complaint):
    """The letter of reply, on the tracking page once there is one."""
    return {"template": "disputes/papers/_told.html"} if isinstance(complaint, Complaint) and complaint.state in ANSWERED else None


PARTS = {"panels": (papers,), "told": (letter,)}
