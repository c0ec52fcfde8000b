"""The staff's pages of complaints: worklist, detail, filing for a caller, and every step of the flow."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints import permissions as caps
from disputes.complaints import services
from disputes.complaints.filters import ComplaintFilter
from disputes.complaints.forms import ComplaintStepForm, FilingForm, OpenContactForm
from disputes.complaints.models import Complaint, StandardReply
from disputes.complaints.sheet import COLUMNS, sheet_rows
from governance.access.scope import may, places_for
from governance.cases.models import WorkOrder
from governance.deadlines.models import Deadline
from governance.files.models import Attachment
from governance.files.services import attach
from governance.flow.engine import StepRefused, available
from governance.privacy.services import open_sealed
from governance.sheets.writing import stream_xlsx
from governance.timeline.models import Event
from governance.web.cascade import cascade_of
from governance.web.figures import opened_figure
from governance.web.listing import page_of
from governance.web.page import action, find, is_htmx, page
from governance.web.saved import saved_filters
from governance.web.steps import buttons

BULK = {"dispatch": caps.DISPATCH, "sign": caps.HANDLE}


@page(caps.VIEW)
def list(request):
    rows, filters = wanted(request)
    return render(
        request,
        "disputes/complaints/list.html",
        {
            "page": page_of(rows.for_list(), request.GET.get("page", 1)),
            "filter": filters,
            "figure": opened_figure(request),
            "saved": saved_filters(request.user, "complaints_list"),
            "now": timezone.now(),
            "may_dispatch": may(request.user, caps.DISPATCH),
            "may_handle": may(request.user, caps.HANDLE),
            "breadcrumb": [(_("诉求工单"), "")],
        },
    )


def wanted(request):
    """The rows the address asks for, in its order, and the filter that says so. A dashboard's figure opens exactly its rows."""
    visible = Complaint.objects.visible_to(request.user, caps.VIEW)
    figure = opened_figure(request)
    if figure:
        return figure.rows(visible).order_by("-opened_at", "-id"), None
    filters = ComplaintFilter(request.GET, queryset=visible, request=request)
    rows = filters.qs
    if not request.GET.get("state") and not request.GET.get("q"):
        rows = rows.ongoing()
    return rows.order_by(*order_of(request.GET)), filters


def order_of(asked):
    """First due first while the list shows what is ongoing; else the newest first."""
    if asked.get("order") in {"opened_at", "-opened_at", "due_at", "-due_at"}:
        return [asked["order"], "-id" if asked["order"].startswith("-") else "id"]
    ongoing = asked.get("state", "") in {"", "mine"} and not asked.get("q")
    return ["due_at", "id"] if ongoing else ["-opened_at", "-id"]


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    rows, _filters = wanted(request)
    name = _("诉求清单_%(day)s.xlsx") % {"day": timezone.localdate().isoformat()}
    return stream_xlsx(name, COLUMNS, sheet_rows(rows))


@page(caps.VIEW, of="complaints")
def detail(request, number):
    complaint = seen(request, number)
    return render(request, "disputes/complaints/detail.html", panel(request, complaint))


@page(caps.VIEW, of="complaints")
def print_out(request, number):
    """The work order on paper, with the limit printed on it (工作单)."""
    return render(request, "disputes/complaints/print.html", panel(request, seen(request, number)))


def seen(request, number):
    return find(Complaint.objects.for_detail(), request.user, caps.VIEW, number=number)


def panel(request, complaint):
    """Everything the detail page tells of a case."""
    return {
        "case": complaint,
        "steps": buttons(complaint, request.user, lambda step: reverse("complaints_take_step", args=[complaint.number, step.name])),
        "deadlines": Deadline.objects.of(complaint).select_related("limit", "office").prefetch_related("pauses").order_by("started_at"),
        "events": Event.objects.of(complaint).with_actors().order_by("-sequence"),
        "orders": WorkOrder.objects.of(complaint).select_related("office", "issued_by", "signed_by"),
        "files": Attachment.objects.of(complaint),
        "earlier": earlier(complaint.phone_index, request.user).exclude(pk=complaint.pk)[:10],
        "may_open_contact": may_open_contact(request.user, complaint),
        "breadcrumb": [(_("诉求工单"), reverse("complaints_list")), (complaint.number, "")],
    }


def earlier(index, user):
    """What the same telephone filed before, as far as this person may see it."""
    return Complaint.objects.visible_to(user, caps.VIEW).of_phone(index).for_list().order_by("-opened_at")


def may_open_contact(user, complaint):
    """Contact data are for those who handle the case: its office, or whoever dispatches. Kept secret, for dispatchers alone."""
    if complaint.is_anonymous or not complaint.reporter_phone or not may(user, caps.OPEN_CONTACT, complaint):
        return False
    if may(user, caps.DISPATCH, complaint):
        return True
    return not complaint.is_secret and user.acting_post is not None and complaint.office_id == user.acting_post.office_id


@action(caps.VIEW, of="complaints", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking. Plain: a page of its own; htmx: the form, then the panel."""
    complaint = seen(request, number)
    found = next((one for one in available(complaint, request.user) if one.name == step), None)
    if found is None and request.method == "GET":
        raise Http404
    form = ComplaintStepForm(request.POST or None, case=complaint, step=found or complaint.flow.step(step), user=request.user)
    if request.method == "POST" and form.is_valid() and form.take(by=request.user, at=timezone.now()):
        messages.success(request, _("已完成：%(step)s。") % {"step": form.step.label})
        return answered(request, complaint)
    context = {"case": complaint, "form": form, "step": form.step, "replies": replies_for(complaint, form.step)}
    name = "_step.html" if is_htmx(request) else "step.html"
    context["breadcrumb"] = [(_("诉求工单"), reverse("complaints_list")), (number, reverse("complaints_detail", args=[number])), (form.step.label, "")]
    return render(request, f"disputes/complaints/{name}", context, status=422 if form.errors else 200)


def answered(request, complaint):
    """After a step: the panel for htmx, the detail page otherwise."""
    if not is_htmx(request):
        return redirect("complaints_detail", complaint.number)
    return render(request, "disputes/complaints/_panel.html", panel(request, seen(request, complaint.number)))


def replies_for(complaint, step):
    """Standard texts for this step and category, placeholders filled in."""
    texts = StandardReply.objects.filter(step=step.name, category__in=[complaint.category_id, complaint.category.parent_id]) | (
        StandardReply.objects.filter(step=step.name, category=None)
    )
    return [{"title": reply.title, "text": reply.filled_in(complaint)} for reply in texts.order_by("code")]


@action(caps.OPEN_CONTACT, of="complaints", by=caps.VIEW)
def open_contact(request, number):
    """Show name and telephone once, for a stated purpose; each opening is recorded."""
    complaint = seen(request, number)
    if not may_open_contact(request.user, complaint):
        raise Http404
    form, opened = OpenContactForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        facts = {"by": request.user, "purpose": form.cleaned_data["purpose"], "reason": form.cleaned_data["reason"], "at": timezone.now()}
        opened = {name: open_sealed(complaint, name, **facts) for name in ("reporter_name", "reporter_phone") if getattr(complaint, name)}
    name = "_contact.html" if is_htmx(request) else "contact.html"
    breadcrumb = [(number, reverse("complaints_detail", args=[number])), (_("联系方式"), "")]
    return render(request, f"disputes/complaints/{name}", {"case": complaint, "form": form, "opened": opened, "breadcrumb": breadcrumb})


@action(caps.FILE)
def create(request):
    """File for a caller or a visitor; earlier complaints of the same telephone stand beside the form."""
    places = places_for(request.user, caps.FILE)
    cascade = cascade_of(request, places)
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None:
        data["place"] = cascade.value
    form = FilingForm(data, request.FILES or None, places=places)
    wants_more = data is not None and ("refresh" in data or "look_up" in data)
    if data is not None and not wants_more and form.is_valid():
        filed = file_for(request, form.cleaned_data)
        return render(request, "disputes/complaints/filed.html", {"filed": filed, "case": filed.complaint})
    if wants_more:
        form.errors.clear()
    earlier = earlier(services.phone_index(data["phone"]), request.user)[:10] if data and data.get("phone") else []
    context = {"form": form, "cascade": cascade, "earlier": earlier, "breadcrumb": [(_("登记诉求"), "")]}
    return render(request, "disputes/complaints/form.html", context, status=422 if form.errors and not wants_more else 200)


def file_for(request, facts):
    """Register what the clerk took down, with its files."""
    facts, at = {**facts}, timezone.now()
    files = facts.pop("files") or []
    filed = services.file_complaint(at=at, by=request.user, **facts)
    for upload in files:
        attach(filed.complaint, upload, by=request.user, at=at)
    return filed


@action(caps.VIEW)
def bulk(request):
    """Dispatch or sign many at once; every row gets its own result."""
    name = request.POST.get("action", "")
    if request.method == "GET" or name not in BULK:
        return redirect("complaints_list")
    chosen = Complaint.objects.visible_to(request.user, caps.VIEW).filter(number__in=request.POST.getlist("selected")[:200]).order_by("number")
    results = [result_of(request.user, complaint, name) for complaint in chosen]
    return render(request, "disputes/complaints/bulk.html", {"results": results, "breadcrumb": [(_("诉求工单"), reverse("complaints_list")), (_("批量办理"), "")]})


def result_of(user, complaint, name):
    """What became of one row."""
    try:
        services.take_in_bulk(complaint, name, by=user, at=timezone.now())
    except StepRefused as refused:
        return {"case": complaint, "done": False, "message": str(refused)}
    return {"case": complaint, "done": True, "message": _("已完成")}


@action(caps.ROUTE)
def replies(request):
    """The standard replies, edited in place."""
    reply = get_object_or_404(StandardReply, code=request.POST["code"]) if request.method == "POST" else None
    if reply:
        reply.text = request.POST.get("text", "").strip() or reply.text
        reply.save(update_fields=["text"])
        messages.success(request, _("已保存。"))
        return redirect("complaints_replies")
    rows = StandardReply.objects.select_related("category").order_by("step", "code")
    return render(request, "disputes/complaints/replies.html", {"replies": rows, "breadcrumb": [(_("答复范本"), "")]})
