"""What the staff's page of a complaint tells while a question waits."""

from disputes.complaints import terms
from disputes.complaints.models import Complaint
from governance.deadlines.ledger import open_one
from governance.timeline.models import Event


def open_question(complaint):
    """The question and until when it may be answered; asks the database only where one is open."""
    asked = Event.objects.of(complaint).with_actors().filter(kind="complaints.ask_person").order_by("-sequence").first()
    return {"question": asked, "clock": open_one(complaint, terms.QUESTION)}


def panel(request, case):
    if not isinstance(case, Complaint) or not case.question_open:
        return None
    return {"template": "disputes/questions/_waiting.html", **open_question(case)}
