"""The staff's pages of complaints: worklist, detail, filing for a caller, and every step of the flow."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from disputes.complaints import permissions as caps
from disputes.complaints import services, terms
from disputes.complaints.enums import Emergency, State
from disputes.complaints.filters import ALL, REVIEW, WAITING, ComplaintFilter
from disputes.complaints.forms import ComplaintStepForm, FilingForm, OpenContactForm, StandardReplyForm
from disputes.complaints.models import Complaint, Refusal, StandardReply
from disputes.complaints.sheet import COLUMNS, EXPORTED_AT_MOST, lines, sheet_rows
from governance.access.scope import may, places_for
from governance.calendar.services import current_calendar
from governance.cases.enums import OrderKind
from governance.cases.models import WorkOrder
from governance.deadlines.ledger import open_one
from governance.deadlines.models import Deadline
from governance.files.models import Attachment, PendingUpload
from governance.files.services import hold_all
from governance.flow.engine import StepRefused, available
from governance.privacy.services import open_sealed
from governance.sheets.writing import stream_xlsx
from governance.timeline.models import Event
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.figures import opened_figure
from governance.web.listing import page_of
from governance.web.page import action, find, is_htmx, page
from governance.web.saved import saved_filters
from governance.web.steps import buttons

BULK = {"dispatch": caps.DISPATCH, "sign": caps.HANDLE}
BULK_AT_MOST = 200
EARLIER_SHOWN = 10


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    rows, filters, figure = wanted(request)
    now, request.calendar = timezone.now(), current_calendar()
    shown = page_of(rows.for_lines(), request.GET.get("page", 1))
    context = {
        "page": shown,
        "lines": lines(shown.rows, at=now, calendar=request.calendar),
        "figure": figure,
        "saved": saved_filters(request.user, "complaints_list"),
        "may_dispatch": may(request.user, caps.DISPATCH),
        "may_handle": may(request.user, caps.HANDLE),
        "may_file": may(request.user, caps.FILE),
        "may_export": may(request.user, caps.EXPORT),
        "breadcrumb": [(_("诉求工单"), "")],
    }
    if filters:
        context |= {"filter": filters.shown(), "tabs": tabs(request, filters)}
    return render(request, "disputes/complaints/list.html", context)


def wanted(request):
    """The rows the address asks for, in its order, with the filter or the dashboard's figure that says so."""
    visible = Complaint.objects.visible_to(request.user, caps.VIEW)
    figure = opened_figure(request)
    if figure:
        return figure.rows(visible).order_by("-opened_at", "-id"), None, figure
    filters = ComplaintFilter(request.GET, queryset=visible, request=request)
    return filters.qs.order_by(*filters.order()), filters, None


def tabs(request, filters):
    """The questions asked most, in one press: what the post can act on."""
    found = [(_("在办"), {})]
    if may(request.user, caps.HANDLE):
        found.append((_("本单位承办"), {"holder": "mine"}))
    if may(request.user, caps.DISPATCH):
        found += [(_("待派单"), {"state": WAITING}), (_("待审核"), {"state": REVIEW}), (_("待回访"), {"state": State.REPLIED.value})]
    found.append((_("全部"), {"state": ALL}))
    asked = {name: value for name, value in filters.data.items() if value and name not in {"page", "order"}}
    base = reverse("complaints_list")
    return [{"label": label, "url": address(base, query), "active": query == asked, "count": None} for label, query in found]


def address(base, query):
    return base + "".join(f"?{name}={value}" for name, value in query.items())


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    rows = wanted(request)[0]
    if rows.order_by().values("pk")[: EXPORTED_AT_MOST + 1].count() > EXPORTED_AT_MOST:
        messages.error(request, _("超过 %(most)s 件，请先缩小范围，再分次导出。") % {"most": f"{EXPORTED_AT_MOST:,}"})
        return redirect(f"{reverse('complaints_list')}?{request.GET.urlencode()}")
    name = _("诉求清单_%(day)s.xlsx") % {"day": timezone.localdate().isoformat()}
    return stream_xlsx(name, COLUMNS, sheet_rows(rows))


@page(caps.VIEW, of="complaints")
def detail(request, number):
    """The case: left what is told, right what can be done now."""
    return render(request, "disputes/complaints/detail.html", panel(request, seen(request, number)))


@page(caps.VIEW, of="complaints")
def print_out(request, number):
    """The work order on paper, with the limit printed on it (工作单)."""
    complaint = seen(request, number)
    orders = WorkOrder.objects.of(complaint).standing().filter(kind=OrderKind.LEAD).select_related("issued_by", "signed_by")
    context = {**panel(request, complaint), "order": orders.first(), "back_url": complaint.get_absolute_url()}
    return render(request, "disputes/complaints/print.html", context)


def seen(request, number):
    return find(Complaint.objects.for_detail(), request.user, caps.VIEW, number=number)


def panel(request, complaint):
    """Everything the detail page tells of a case."""
    steps = buttons(complaint, request.user, lambda step: step_url(complaint, step.name))
    return {
        "case": complaint,
        "steps": steps,
        "divert": emergency_numbers(complaint, steps),
        "deadlines": Deadline.objects.of(complaint).select_related("limit").order_by("due_at", "pk"),
        "events": Event.objects.of(complaint).with_actors().order_by("-sequence"),
        "orders": WorkOrder.objects.of(complaint).select_related("office"),
        "files": shown_files(complaint),
        "earlier": earlier_of(complaint, request.user),
        "may_open_contact": may_open_contact(request.user, complaint),
        "hides_reporter": complaint.is_secret and not may(request.user, caps.DISPATCH, complaint),
        "breadcrumb": [(_("诉求工单"), reverse("complaints_list")), (complaint.number, "")],
    }


def way_to(complaint):
    return [(_("诉求工单"), reverse("complaints_list")), (complaint.number, complaint.get_absolute_url())]


def step_url(complaint, name):
    return reverse("complaints_take_step", args=[complaint.number, name])


def emergency_numbers(complaint, steps):
    """The hotlines to which a suspected emergency is handed on with one press; none for who may not, and when nobody suspects one."""
    may_divert = complaint.emergency_suspected and any(step["name"] == "divert" for step in steps)
    return Emergency.choices if may_divert else []


def shown_files(complaint):
    """Attachments with their addresses, which ask the case's gate."""
    found = []
    for row in Attachment.objects.of(complaint):
        url = reverse("attachment", args=[row.pk])
        found.append({"name": row.name, "size": row.size, "url": url, "thumbnail_url": f"{url}?thumbnail" if row.thumbnail else ""})
    return found


def earlier_of(complaint, user):
    """What the same person filed before; whose identity is to be kept secret is not recognised by it."""
    if complaint.is_secret and not may(user, caps.DISPATCH, complaint):
        return []
    return earlier(complaint.phone_index, user).exclude(pk=complaint.pk)[:EARLIER_SHOWN]


def earlier(index, user):
    """What the same telephone filed before, as far as this person may see it and may know whose it is."""
    rows = Complaint.objects.visible_to(user, caps.VIEW).of_phone(index).for_list().order_by("-opened_at")
    return rows if may(user, caps.DISPATCH) else rows.filter(is_secret=False)


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
    wanted_step = step_for(complaint, step, request.user)
    if request.method == "GET" and wanted_step not in available(complaint, request.user):
        return moved_on(request, complaint, wanted_step)
    cascade = cascade_of_step(request, complaint, wanted_step)
    if cascade and is_htmx(request) and any(name.startswith("place_") for name in request.GET):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    form = step_form(request, complaint, wanted_step, cascade)
    if asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid() and form.take(by=request.user, at=timezone.now()):
        messages.success(request, _("已完成：%(step)s。") % {"step": wanted_step.label})
        return answered(request, complaint)
    return step_page(request, complaint, form, cascade)


def step_for(complaint, name, user):
    """The step of that name, if it is one for this person; 404 for all others."""
    found = next((step for step in complaint.flow.steps if step.name == name), None)
    if found is None or not hasattr(found.needs, "roles") or not may(user, found.needs, complaint):
        raise Http404
    return found


def moved_on(request, complaint, step):
    """The case moved on, or another office holds it: say so, and show how it stands."""
    told = _("“%(step)s”现在不能办理，请以当前状态“%(state)s”为准。") % {"step": step.label, "state": complaint.state_label}
    if is_htmx(request):
        return render(request, "disputes/complaints/_moved_on.html", {"case": complaint, "told": told})
    messages.warning(request, told)
    return redirect(complaint)


def cascade_of_step(request, complaint, step):
    """The place selects of a step that asks for a place, else None."""
    if "place" not in step.fields:
        return None
    places = places_for(request.user, step.needs)
    return cascade_of(request, places, url=step_url(complaint, step.name), start=complaint.place_path)


def step_form(request, complaint, step, cascade):
    data = None
    if request.method == "POST":
        data = with_place(request, cascade) if cascade else request.POST
    return ComplaintStepForm(data, case=complaint, step=step, user=request.user)


def step_page(request, complaint, form, cascade):
    context = {
        "case": complaint,
        "form": form,
        "step": form.step,
        "cascade": cascade,
        "in_panel": is_htmx(request),
        "replies": replies_for(complaint, form.step),
        "refusals": Refusal.objects.filter(active=True) if "refusal" in form.fields else [],
        "breadcrumb": [*way_to(complaint), (form.step.label, "")],
    }
    name = "_step.html" if is_htmx(request) else "step.html"
    return render(request, f"disputes/complaints/{name}", context, status=422 if form.errors else 200)


def answered(request, complaint):
    """After a step: the panel and what was said for htmx, the detail page otherwise."""
    if not is_htmx(request):
        return redirect(complaint)
    return render(request, "disputes/complaints/_answered.html", panel(request, seen(request, complaint.number)))


def replies_for(complaint, step):
    """Standard texts for this step and category, the most particular first, placeholders filled in."""
    texts = StandardReply.objects.fitting(step.name, complaint.category)
    if not texts:
        return []
    handling = open_one(complaint, terms.HANDLE)
    limit = handling.due_at if handling else None
    return [{"title": reply.title, "text": reply.filled_in(complaint, limit=limit)} for reply in texts]


@action(caps.OPEN_CONTACT, of="complaints", by=caps.VIEW)
def open_contact(request, number):
    """Show name and telephone once, for a stated purpose; each opening is recorded."""
    complaint = seen(request, number)
    if not may_open_contact(request.user, complaint):
        raise Http404
    form, opened = OpenContactForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        opened = open_both(complaint, by=request.user, at=timezone.now(), **form.cleaned_data)
    name = "_contact.html" if is_htmx(request) else "contact.html"
    context = {"case": complaint, "form": form, "opened": opened, "breadcrumb": [*way_to(complaint), (_("联系方式"), "")]}
    answer = render(request, f"disputes/complaints/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


def open_both(complaint, *, by, at, purpose, reason):
    """Name and telephone, as far as they are known."""
    facts = {"by": by, "purpose": purpose, "reason": reason, "at": at}
    return {name: open_sealed(complaint, name, **facts) for name in ("reporter_name", "reporter_phone") if getattr(complaint, name)}


@action(caps.FILE)
def create(request):
    """File for a caller or a visitor; earlier complaints of the same telephone stand beside the form."""
    places, at = places_for(request.user, caps.FILE), timezone.now()
    cascade = cascade_of(request, places, url=request.path)
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    if request.method == "GET":
        return filing_page(request, FilingForm(places=places, at=at, initial={"submission": uuid4()}), cascade, at=at)
    form = typed_filing(request, places, cascade, at=at)
    if asks_next_level(request) or "look_up" in request.POST:
        form.errors.clear()
    elif form.is_valid():
        return receipt(request, filed_by(request.user, form.cleaned_data, at=at))
    return filing_page(request, form, cascade, at=at)


def typed_filing(request, places, cascade, *, at):
    """The form as typed, with the files that came along held for the next try; each file refused has its sentence."""
    data = with_place(request, cascade)
    tokens = [token for token in data.getlist("held") if token not in data.getlist("drop")]
    files = hold_all(request.FILES.getlist("files"), already=len(tokens), at=at)
    data.setlist("held", [*tokens, *(held.token for held in files.kept)])
    form = FilingForm(data, places=places, at=at)
    for sentence in files.refused:
        form.add_error("files", sentence)
    return form


def filed_by(user, facts, *, at):
    """Register what the clerk took down."""
    files = facts.pop("held")
    del facts["files"]
    return services.file_for_caller(at=at, by=user, files=files, **facts)


def filing_page(request, form, cascade, *, at):
    typed = form.data if form.is_bound else {}
    phone = typed.get("phone", "")
    tokens = typed.getlist("held") if form.is_bound else []
    context = {
        "form": form,
        "cascade": cascade,
        "held": PendingUpload.objects.waiting(at=at).filter(token__in=tokens) if tokens else [],
        "phone": phone,
        "earlier": earlier(services.phone_index(phone), request.user)[:EARLIER_SHOWN] if phone else [],
        "breadcrumb": [(_("诉求工单"), reverse("complaints_list")), (_("登记诉求"), "")],
    }
    return render(request, "disputes/complaints/form.html", context, status=422 if form.errors else 200)


def receipt(request, filed):
    """Number, query code (this once) and the limit that runs now."""
    complaint = filed.complaint
    context = {
        "filed": filed,
        "case": complaint,
        "deadlines": Deadline.objects.of(complaint).still_open().select_related("limit").order_by("due_at"),
        "breadcrumb": [(_("诉求工单"), reverse("complaints_list")), (_("登记回执"), "")],
    }
    answer = render(request, "disputes/complaints/filed.html", context)
    add_never_cache_headers(answer)
    return answer


@action(caps.VIEW)
def bulk(request):
    """Dispatch or sign many at once; every row gets its own result."""
    name = request.POST.get("action", "")
    if request.method == "GET" or name not in BULK or not may(request.user, BULK[name]):
        return redirect("complaints_list")
    visible = Complaint.objects.visible_to(request.user, caps.VIEW).select_related("suggested_office", "category")
    chosen = visible.filter(number__in=request.POST.getlist("selected")[:BULK_AT_MOST]).order_by("number")
    results = [result_of(request.user, complaint, name) for complaint in chosen]
    done = sum(result["done"] for result in results)
    context = {"results": results, "done": done, "undone": len(results) - done}
    context["breadcrumb"] = [(_("诉求工单"), reverse("complaints_list")), (_("批量办理结果"), "")]
    return render(request, "disputes/complaints/bulk.html", context)


def result_of(user, complaint, name):
    """What became of one row."""
    try:
        moved = services.take_in_bulk(complaint, name, by=user, at=timezone.now())
    except StepRefused as refused:
        return {"case": complaint, "done": False, "message": str(refused)}
    told = _("已派给%(office)s") % {"office": moved.office.short_name} if name == "dispatch" else _("已签收")
    return {"case": complaint, "done": True, "message": told}


@action(caps.ROUTE)
def replies(request):
    """The standard replies, edited in place."""
    rows = StandardReply.objects.select_related("category").order_by("step", "code")
    forms = [StandardReplyForm(instance=row, prefix=row.code) for row in rows]
    if request.method == "POST":
        reply = rows.filter(code=request.POST.get("code", "")).first()
        if reply is None:
            raise Http404
        typed = StandardReplyForm(request.POST, instance=reply, prefix=reply.code)
        if typed.is_valid():
            typed.save()
            messages.success(request, _("已保存“%(title)s”。") % {"title": reply.title})
            return redirect(f"{reverse('complaints_replies')}#reply-{reply.code}")
        forms = [typed if form.instance == reply else form for form in forms]
    wrong = any(form.errors for form in forms)
    groups = [(step.label, [form for form in forms if form.instance.step == step.name]) for step in Complaint.flow.steps]
    context = {"groups": [group for group in groups if group[1]], "breadcrumb": [(_("答复范本"), "")]}
    return render(request, "disputes/complaints/replies.html", context, status=422 if wrong else 200)
