"""办理记录查阅: search, the whole chain of a case, and the proof to take away. What is exported leaves a record of its own."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import registry
from governance.permissions import AUDIT
from governance.timeline.models import Event
from governance.timeline.record import verify
from governance.web.audit import proof
from governance.web.audit.forms import SearchForm
from governance.web.audit.lines import events_of, lines_of, told
from governance.web.audit.models import AuditExport
from governance.web.audit.searching import Area, Found, search
from governance.web.listing import page_of
from governance.web.page import PUBLIC, action, find, is_htmx, page

EVENTS_OF_A_CASE = 1000
PEM = "application/x-pem-file"


@page(AUDIT)
def events(request):
    """The events asked for, the newest first; of each, whether its chain holds."""
    form = SearchForm(request.GET)
    found = search(form.asked(request.GET.get("before", "")), request.user) if form.is_valid() else Found()
    lines = lines_of(events_of(found.keys), Area(request.user))
    context = {
        "form": form,
        "found": found,
        "lines": lines,
        "broken": [line for line in lines if line.fault],
        "goes_on": bool(request.GET.get("before")),
        "export_url": f"{reverse('audit_export')}?{request.GET.urlencode()}",
        "breadcrumb": [(_("办理记录查阅"), "")],
    }
    return render(request, f"audit/{'_rows' if is_htmx(request) else 'events'}.html", context)


@page(AUDIT, of="case")
def case(request, procedure, number):
    """The whole timeline of a case, proven from its first event to its last."""
    model = registry.case_models().get(procedure)
    if model is None:
        raise Http404
    row = find(model.objects.select_related("place"), request.user, AUDIT, number=number)
    rows = Event.objects.of(row).select_related("by", "post__office", "content_type").order_by("sequence")
    verdict = verify(Event.objects.of(row))
    context = {
        "case": row,
        "flow": model.flow,
        "lines": lines_of(list(rows[:EVENTS_OF_A_CASE]), Area(request.user)),
        "verdict": verdict,
        "reason": told(verdict.reason),
        "is_short": not verdict.broken and verdict.count != row.version,
        "export_url": f"{reverse('audit_export')}?number={row.number}",
        "breadcrumb": [(_("办理记录查阅"), reverse("audit_events")), (row.number, "")],
    }
    return render(request, "audit/case.html", context)


@action(AUDIT)
def export(request):
    """Ask once more, then hand out the ZIP; the export is an event of its own."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        return redirect(f"{reverse('audit_events')}?{request.GET.urlencode()}")
    if request.method == "POST":
        row, target = proof.export(form.asked(), form.told(), by=request.user, at=timezone.now())
        answer = FileResponse(target, as_attachment=True, filename=f"{_('办理记录')}_{row.number}.zip", content_type="application/zip")
        answer["Cache-Control"] = "no-store"
        return answer
    rows = [{"label": form.fields[name].label, "value": words} for name, words in form.told().items()]
    context = {
        "rows": rows, "most": proof.EVENTS_AT_MOST, "back_url": f"{reverse('audit_events')}?{request.GET.urlencode()}",
        "breadcrumb": [(_("办理记录查阅"), reverse("audit_events")), (_("导出"), "")],
    }  # fmt: skip
    return render(request, "audit/export.html", context)


@page(AUDIT)
def exports(request):
    """What auditors of the area took away, with the digest each proof is held against."""
    rows = AuditExport.objects.visible_to(request.user, AUDIT).select_related("by", "office")
    context = {
        "page": page_of(rows, request.GET.get("page")),
        "breadcrumb": [(_("办理记录查阅"), reverse("audit_events")), (_("导出记录"), "")],
    }
    return render(request, "audit/exports.html", context)


@page(PUBLIC)
def key(request):
    """The public key proofs are signed with: whoever holds one can check it."""
    answer = HttpResponse(proof.public_pem(), content_type=PEM)
    answer["Content-Disposition"] = 'attachment; filename="public.pem"'
    return answer
