"""The staff's pages of complaints: worklist, detail, filing for a caller, and every step of the flow."""

from functools import partial
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from disputes.complaints import permissions as caps
from disputes.complaints import services, terms
from disputes.complaints.enums import Emergency, State
from disputes.complaints.filters import GRAVE, REVIEW, UNPLACED, WAITING, ComplaintFilter, sorts_places
from disputes.complaints.forms import CategoryForm, ComplaintStepForm, FilingForm, RouteForm, TransferForm
from disputes.complaints.models import Category, Complaint, Refusal, StandardReply
from disputes.complaints.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may, place_named, places_for
from governance.cases.enums import OrderKind
from governance.cases.models import WorkOrder
from governance.deadlines.ledger import open_one
from governance.deadlines.models import Deadline
from governance.files.models import PendingUpload
from governance.files.services import hold_all
from governance.places.enums import Level
from governance.places.models import Place
from governance.privacy.services import open_sealed
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.bulk import AskForm, Bulk, NoteForm, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.casework.texts import Text, Texts
from governance.web.offices import offices_of
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page
from governance.web.stale import saved
from governance.web.tracking.receipts import handed_to_clerk, kept_by_clerk, once

EARLIER_SHOWN, ALIKE_SHOWN = 10, 5


def links(request):
    found = []
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("complaints_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.FILE):
        found.append({"label": _("登记诉求"), "url": reverse("complaints_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = []
    if may(request.user, caps.HANDLE):
        found.append((_("本单位承办"), {"holder": MINE}))
    if may(request.user, caps.RESPOND):
        found.append((_("重大事项"), {"state": GRAVE}))
    if may(request.user, caps.DISPATCH):
        found += [(_("待派单"), {"state": WAITING}), (_("待审核"), {"state": REVIEW}), (_("待回访"), {"state": State.REPLIED.value})]
    if sorts_places(request.user):
        found.append((_("待定位"), {"state": UNPLACED}))
    return found


def case_links(request, complaint):
    return [{"label": _("打印工作单"), "url": reverse("complaints_print", args=[complaint.number]), "icon": "print"}]


def more(request, complaint):
    """What the page of a complaint tells besides what every case tells."""
    may_divert = complaint.emergency_suspected and complaint.flow.step("divert") in complaint.flow.leaving(complaint.state)
    return {
        "divert": Emergency.choices if may_divert and may(request.user, caps.DISPATCH, complaint) else [],
        "earlier": earlier_of(complaint, request.user),
        "may_open_contact": may_open_contact(request.user, complaint),
        "hides_reporter": complaint.is_secret and not may(request.user, caps.DISPATCH, complaint),
    }


def texts(complaint, step, user):
    """What can be taken over into the note: standard replies, and the right ways of what is not accepted."""
    found = [Texts(_("答复范本"), replies_for(complaint, step, user))]
    if "refusal" in step.fields:
        ways = Refusal.objects.filter(active=True)
        found.append(Texts(_("各类理由的正确途径"), tuple(Text(f"way-{way.pk}", way.label, way.right_way) for way in ways)))
    return [group for group in found if group.rows]


def dispatched(complaint, *, by, at):
    moved = services.dispatch_as_suggested(complaint, by=by, at=at)
    return _("已派给%(office)s") % {"office": moved.office.short_name}


def suggested(complaint):
    """Where it would go, as whoever presses reads it first."""
    return _("派往%(office)s") % {"office": complaint.suggested_office.short_name} if complaint.suggested_office else _("没有建议单位")


def transferred(complaint, *, by, at, office, note):
    services.transfer(complaint, office, by=by, at=at, note=note)
    return _("已改派给%(office)s") % {"office": office.short_name}


WORK = Casework(
    model=Complaint,
    view=caps.VIEW,
    filter=ComplaintFilter,
    form=ComplaintStepForm,
    title=gettext_lazy("诉求工单"),
    parts=("disputes/complaints/_facts.html", "cases/_orders.html", "disputes/complaints/_earlier.html"),
    more=more,
    texts=texts,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(
        Bulk("dispatch", gettext_lazy("按建议单位派单"), caps.DISPATCH, dispatched, form=AskForm, tells=suggested),
        Bulk("transfer", gettext_lazy("改派到一个单位"), caps.DISPATCH, transferred, form=TransferForm),
        Bulk("remind", gettext_lazy("批量催办"), caps.DISPATCH, taking("remind", gettext_lazy("已催办")), form=NoteForm),
        Bulk("close", gettext_lazy("批量办结"), caps.CALL_BACK, taking("close", gettext_lazy("已办结")), form=AskForm),
        Bulk("sign", gettext_lazy("批量签收"), caps.HANDLE, taking("sign", gettext_lazy("已签收"))),
    ),
    line_words=LINE_WORDS,
    export=(gettext_lazy("诉求清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Dispatch or sign many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="complaints")
def detail(request, number):
    """The case: left what is told, right what can be done now."""
    return WORK.detail_page(request, number)


@page(caps.VIEW, of="complaints")
def print_out(request, number):
    """The work order on paper, with the limit printed on it (工作单)."""
    complaint = WORK.seen(request, number)
    orders = WorkOrder.objects.of(complaint).standing().filter(kind=OrderKind.LEAD).select_related("issued_by", "signed_by")
    handling = Deadline.objects.of(complaint).filter(term=terms.HANDLE.name).select_related("limit").order_by("pk")
    context = {**WORK.panel(request, complaint), "order": orders.first(), "back_url": complaint.get_absolute_url(), "deadlines": handling}
    return render(request, "disputes/complaints/print.html", context)


@action(caps.VIEW, of="complaints", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


def earlier_of(complaint, user):
    """What the same person filed before; whose identity is to be kept secret is not recognised by it."""
    if complaint.is_secret and not may(user, caps.DISPATCH, complaint):
        return []
    return earlier(complaint.phone_index, user).exclude(pk__in=[complaint.pk, complaint.parent_id])[:EARLIER_SHOWN]


def earlier(index, user):
    """What the same telephone filed before, as far as this person may see it and may know whose it is; a part stands with its whole."""
    rows = Complaint.objects.visible_to(user, caps.VIEW).of_phone(index).filter(parent=None).for_list().order_by("-opened_at")
    return rows if may(user, caps.DISPATCH) else rows.filter(is_secret=False)


def may_open_contact(user, complaint):
    """Contact data are for those who handle the case: its office, or whoever dispatches. Kept secret, for dispatchers alone."""
    if complaint.is_anonymous or not complaint.reporter_phone or not may(user, caps.OPEN_CONTACT, complaint):
        return False
    if may(user, caps.DISPATCH, complaint):
        return True
    return not complaint.is_secret and user.acting_post is not None and complaint.office_id == user.acting_post.office_id


def replies_for(complaint, step, user):
    """Standard texts for this step, category and state, the most particular first, placeholders filled in."""
    replies = [*StandardReply.objects.fitting(step.name, complaint.category, complaint.state, user)]
    handling = open_one(complaint, terms.HANDLE) if replies else None
    facts = {"at": timezone.now(), "limit": handling.due_at if handling else None}
    return tuple(Text(reply.code, reply.title, reply.filled_in(complaint, **facts), mark_of(reply)) for reply in replies)


def mark_of(reply):
    return _("本人") if reply.owner_id else _("本类") if reply.category_id else ""


@action(caps.OPEN_CONTACT, of="complaints", by=caps.VIEW)
def open_contact(request, number):
    """Show name and telephone once, for a stated purpose; each opening is recorded."""
    complaint = WORK.seen(request, number)
    if not may_open_contact(request.user, complaint):
        raise Http404
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        opened = open_both(complaint, by=request.user, at=timezone.now(), **form.cleaned_data)
    name = "_contact.html" if is_htmx(request) else "contact.html"
    context = {"case": complaint, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(complaint), (_("联系方式"), "")]}
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
    cascade = cascade_of(request, places, url=request.path, named=partial(place_named, request.user, caps.FILE))
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    if request.method == "GET":
        return filing_page(request, FilingForm(places=places, at=at, initial={"submission": uuid4()}), cascade, at=at)
    form = typed_filing(request, places, cascade, at=at)
    if asks_next_level(request) or "look_up" in request.POST:
        form.errors.clear()
    elif form.is_valid():
        return handed_to_clerk(request, filed_by(request.user, form.cleaned_data, at=at), "complaints_filed")
    return filing_page(request, form, cascade, at=at)


def typed_filing(request, places, cascade, *, at):
    """The form as typed, with the files that came along held for the next try; each file refused has its sentence."""
    data = with_place(request, cascade)
    tokens = [token for token in data.getlist("held") if token not in data.getlist("drop")]
    files = hold_all(request.FILES.getlist("files"), already=len(tokens), at=at)
    data.setlist("held", [*tokens, *(held.token for held in files.kept)])
    form = FilingForm(data, places=places, at=at, found=cascade.place)
    for sentence in files.refused:
        form.add_error("files", sentence)
    return form


def filed_by(user, facts, *, at):
    """Register what the clerk took down; gives its receipt."""
    files = facts.pop("held")
    del facts["files"]
    made = services.file_for_caller(at=at, by=user, files=files, **facts)
    return once(facts["submission"], made.complaint.number, made.query_code)


def filing_page(request, form, cascade, *, at):
    typed = form.data if form.is_bound else {}
    phone = typed.get("phone", "")
    tokens = typed.getlist("held") if form.is_bound else []
    form.fields["against"].offer(offices_of(cascade.place.path if cascade.place else request.user.acting_post.office.place.path))
    context = {
        "form": form,
        "cascade": cascade,
        "held": PendingUpload.objects.waiting(at=at).filter(token__in=tokens) if tokens else [],
        "phone": phone,
        "earlier": earlier(services.phone_index(phone), request.user)[:EARLIER_SHOWN] if phone else [],
        "alike": alike(request.user, cascade.place, typed, at=at) if cascade.place else [],
        "breadcrumb": [(_("诉求工单"), reverse("complaints_list")), (_("登记诉求"), "")],
    }
    return render(request, "disputes/complaints/form.html", context, status=422 if form.errors else 200)


def alike(user, place, typed, *, at):
    """Near-by complaints under way on what is being typed, as far as this person may see them."""
    category = Category.objects.leaves().filter(pk=typed["category"]).first() if typed.get("category", "").isdecimal() else None
    if category is None:
        return []
    rows = Complaint.objects.visible_to(user, caps.VIEW).similar_to(
        place=place, category=category, text=typed.get("description", ""), at=at
    )
    return rows.ongoing().for_list().order_by("-opened_at", "-id")[:ALIKE_SHOWN]


@page(caps.FILE)
@never_cache
def filed(request):
    """Number, query code and the limit that runs now, for the clerk who filed it; going back sends nothing again."""
    receipt = kept_by_clerk(request)
    complaint = services.registered(receipt.number) if receipt else None
    if complaint is None:
        return redirect("complaints_list")
    context = {
        "code": receipt.code,
        "case": complaint,
        "may_open": may(request.user, caps.VIEW, complaint),
        "deadlines": Deadline.objects.of(complaint).still_open().select_related("limit").order_by("due_at"),
        "handling": services.handling_limit(complaint, at=complaint.opened_at),
        "breadcrumb": [(_("诉求工单"), reverse("complaints_list")), (_("登记回执"), "")],
    }
    return render(request, "disputes/complaints/filed.html", context)


@page(caps.ROUTE)
def catalogue(request):
    """The catalogue with its routing rules (派单规则)."""
    groups = Category.objects.filter(parent=None).prefetch_related("children__routes").order_by("code")
    context = {"groups": groups, "breadcrumb": [(_("分类与派单规则"), "")]}
    return render(request, "disputes/complaints/catalogue.html", context)


@action(caps.ROUTE, of="city")
def category(request, code):
    """One category: its words, and where it goes first at each level of place. The rules hold for the whole city."""
    if not any(may(request.user, caps.ROUTE, city) for city in Place.objects.at(Level.CITY)):
        raise PermissionDenied
    row = Category.objects.filter(code=code).select_related("parent").first()
    if row is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form, routes = CategoryForm(data, instance=row), route_forms(row, data)
    if data is not None and saved(form, lambda: keep(form, routes), *(route for _level, route in routes)):
        messages.success(request, _("已保存“%(name)s”。今后登记的诉求按新规则派单。") % {"name": row.name})
        return redirect("complaints_catalogue")
    trail = [(_("分类与派单规则"), reverse("complaints_catalogue")), (row.full_name, "")]
    context = {"form": form, "routes": routes, "category": row, "breadcrumb": trail}
    return render(request, "disputes/complaints/category.html", context, status=422 if form.errors else 200)


def keep(form, routes):
    services.keep_category(form, {level: route.cleaned_data for level, route in routes})


def route_forms(row, data):
    """(level, form) for every level a complaint can lie at."""
    kept = {rule.level: {"target": rule.target, "copy_to_county": rule.copy_to_county} for rule in row.routes.all()}
    return [(level, RouteForm(data, prefix=level, initial=kept.get(level.value))) for level in Level if level != Level.CITY]
