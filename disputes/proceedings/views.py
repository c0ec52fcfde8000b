"""What the page of a mediation shows of its proceedings."""

from disputes.mediation.models import Mediation
from disputes.proceedings import services


def shown_on_mediation(request, case):
    """Who mediated, what experts said, how it was performed, what the court ruled; nothing while there is nothing to tell."""
    if not isinstance(case, Mediation):
        return None
    found = services.left_by(case)
    return {"template": "disputes/proceedings/_on_mediation.html", **found} if any(found.values()) else None
