"""What this procedure brings to its chapter: the papers on the pages of findings and orders."""

from supervision.orders.models import Order
from supervision.oversight.models import Finding
from supervision.papers.data.facts import stages_of
from supervision.papers.enums import Kind
from supervision.papers.models import Paper
from supervision.papers.services import papers_about


def papers(request, case):
    """The papers there are now."""
    if not isinstance(case, (Finding, Order)) or (isinstance(case, Finding) and case.told_at is None):
        return None
    finding = case if isinstance(case, Finding) else case.finding
    return {"template": "supervision/papers/_panel.html", "rows": papers_about(case), "finding": finding}


def note_plan(event, case):
    """Listener: a listing names its stages until it is served."""
    if event.kind == "oversight.plan":
        for paper in Paper.objects.unserved().filter(finding=case, kind=Kind.LISTING):
            paper.facts = {**paper.facts, "stages": stages_of(case)}
            paper.save(update_fields=["facts"])


PARTS = {"panels": (papers,), "listeners": (note_plan,)}
