"""The page on which the leading group's office writes the stages of a listed supervision."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.flow import engine
from governance.web.page import action
from supervision.listing import services
from supervision.listing.forms import StageFormSet
from supervision.oversight.permissions import WRITE
from supervision.oversight.views import WORK


def may_plan(user, finding):
    """The office that holds the finding plans, as long as nothing was reported."""
    own = user.acting_post is not None and user.acting_post.office_id == finding.office_id
    return own and finding.state in services.PLANNABLE


@action(WRITE, of="oversight")
def stages(request, number):
    """阶段目标: what is to be reached by which day."""
    finding = WORK.seen(request, number)
    if request.method == "POST" and not may_plan(request.user, finding):
        raise Http404
    known = [{"what": stage.what, "by": stage.by} for stage in finding.stages.all()]
    form = StageFormSet(request.POST if request.method == "POST" else None, initial=known, prefix="stages")
    refused = planned(request, finding, form) if form.is_bound and form.is_valid() else ""
    if refused is None:
        return redirect(finding)
    trail = [*WORK.way_to(finding), (_("阶段目标"), "")]
    context = {"case": finding, "rows": form, "refused": refused, "may_plan": may_plan(request.user, finding), "breadcrumb": trail}
    return render(request, "supervision/listing/stages.html", context, status=422 if refused or form.total_error_count() else 200)


def planned(request, finding, form):
    """Write the plan; None where it was written, else why not."""
    try:
        services.plan(finding, form.rows, by=request.user, at=timezone.now())
    except engine.StepRefused as refused:
        return str(refused)
    messages.success(request, _("已确定阶段目标。"))
    return None
