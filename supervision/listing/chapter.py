"""What this procedure brings to its chapter: the stages on the page of a listed finding."""

from governance.access.scope import may
from supervision.listing.services import PLANNABLE, note_lapse_of_listing
from supervision.listing.views import may_plan
from supervision.oversight.models import Finding
from supervision.oversight.permissions import WRITE


def stages(request, case):
    """The stages, and the way to plan them."""
    if not isinstance(case, Finding) or case.listed_at is None:
        return None
    rows = case.stages.prefetch_related("proofs")
    plans = case.state in PLANNABLE and may(request.user, WRITE, case) and may_plan(request.user, case)
    return {"template": "supervision/listing/_stages.html", "rows": rows, "may_plan": plans}


PARTS = {"panels": (stages,), "listeners": (note_lapse_of_listing,)}
