"""What the pages of a complaint tell of a closing without a solution, and of a refusal that is looked at again."""

from disputes.complaints import terms
from disputes.complaints.models import Complaint
from disputes.outcomes import services
from governance.deadlines.ledger import open_one

TEMPLATE = "disputes/outcomes/_outcome.html"


def told(complaint):
    """Reason and plan, or who reviews and until when; None, and no question to the database, for every other case."""
    if not complaint.outcome and not complaint.appeal_to_id:
        return None
    reason = services.reason_of(complaint) if complaint.outcome else None
    clock = open_one(complaint, terms.APPEAL) if complaint.appeal_to_id else None
    return {"template": TEMPLATE, "reason": reason, "clock": clock}


def panel(request, case):
    return told(case) if isinstance(case, Complaint) else None
