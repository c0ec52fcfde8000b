"""What a case's page tells of splitting; the step itself is one of the flow."""

from disputes.complaints.models import Complaint
from disputes.complaints.permissions import VIEW

SHOWN = ("number", "title", "state", "opened_at", "closed_at", "place__full_name", "category__name", "office__short_name")


def panel(request, case):
    """The parts of the whole, or the whole of a part; None for whatever was never split, without asking the database."""
    if not isinstance(case, Complaint) or not (case.parts or case.parent_id):
        return None
    rows = Complaint.objects.visible_to(request.user, VIEW).for_list().select_related("office")
    facts = {"template": "disputes/splitting/_panel.html", "whole": None, "parts": []}
    if case.parts:
        return {**facts, "parts": rows.only(*SHOWN).filter(parent=case.pk).order_by("pk")}
    return {**facts, "whole": rows.only(*SHOWN).filter(pk=case.parent_id).first()}
