"""What the page of a complaint tells of danger: why it was flagged, or that its words may mean it."""

from django.urls import reverse

from disputes.complaints.models import Complaint
from disputes.complaints.permissions import FLAG
from disputes.grave.rules import grave_words
from governance.access.scope import may

FLAGGING = Complaint.flow.step("flag_danger")


def panel(request, case):
    """The reason; else, for who may flag it, the words of the text that speak for it."""
    if not isinstance(case, Complaint):
        return None
    if case.danger:
        return {"template": "disputes/grave/_danger.html"}
    words = grave_words(f"{case.title}{case.description}") if case.is_ongoing and may(request.user, FLAG, case) else []
    url = reverse("complaints_take_step", args=[case.number, FLAGGING.name])
    return {"template": "disputes/grave/_suggested.html", "words": words, "flag_url": url} if words else None
