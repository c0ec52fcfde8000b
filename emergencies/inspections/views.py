"""The pages of inspections: the worklist, an inspection and its steps, and the inspector's phone with what it takes along."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from emergencies.inspection_plans.permissions import VIEW as VIEW_PLANS
from emergencies.inspections import permissions as caps
from emergencies.inspections import services
from emergencies.inspections.data import facts
from emergencies.inspections.data.sheet_page import profile, sheet_page
from emergencies.inspections.enums import State
from emergencies.inspections.filters import FOUND, MINE_TO_CONFIRM, OWN, TO_ANSWER, InspectionFilter
from emergencies.inspections.forms import ArrangeForm, InspectionStepForm, RecordForm
from emergencies.inspections.models import Inspection
from emergencies.inspections.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.files.models import PendingUpload
from governance.flow.engine import StepRefused
from governance.papers.filling import made
from governance.privacy.services import open_sealed
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.pages import Casework
from governance.web.furniture import person_key
from governance.web.holding import tell_refused, typed
from governance.web.opening import OpeningForm
from governance.web.page import PUBLIC, action, find, is_htmx, page

WAITING_SHOWN = 50


def links(request):
    found = [{"label": _("检查计划"), "url": reverse("inspection_plans_list")}] if may(request.user, caps.INSPECT) else []
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("inspections_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.ARRANGE):
        found.append({"label": _("安排计划外检查"), "url": reverse("inspections_create")})
    if may(request.user, caps.INSPECT):
        found.append({"label": _("去检查"), "url": reverse("inspections_phone"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = []
    if may(request.user, caps.INSPECT):
        found += [(_("待我检查"), {"state": State.PLANNED.value, "who": OWN}), (_("待我确认"), {"who": MINE_TO_CONFIRM})]
    return [*found, (_("有不符合项"), {"state": FOUND}), (_("场所意见待答复"), {"state": TO_ANSWER})]


def case_links(request, inspection):
    """The way to the phone's page for the two, and the record as a paper once there is one."""
    found = []
    if inspection.checked_at:
        found.append({"label": _("检查记录（PDF）"), "url": reverse("inspections_proof", args=[inspection.number]), "icon": "download"})
    if may_check(request.user, inspection):
        found.append({"label": _("去检查"), "url": phone_url(inspection), "main": True})
    return found


def phone_url(inspection):
    return f"{reverse('inspections_phone')}?number={inspection.number}"


def may_check(user, inspection):
    """Whether it waits for this person."""
    return inspection.state == State.PLANNED and services.may_record(user, inspection) and may(user, caps.INSPECT, inspection)


def more(request, inspection):
    """The items with what was seen, and the page that proves it."""
    proof = inspection.proof_key and request.build_absolute_uri(reverse("inspection_proof", args=[inspection.proof_key]))
    return {
        "answers": inspection.answers.select_related("item", "hazard"),
        "items": () if inspection.checked_at else inspection.checks.items.all(),
        "proof": proof,
        "may_open_plan": inspection.plan is not None and may(request.user, VIEW_PLANS, inspection.plan),
        "may_open_signer": bool(inspection.signer_name) and may(request.user, caps.INSPECT, inspection),
    }


WORK = Casework(
    model=Inspection,
    view=caps.VIEW,
    filter=InspectionFilter,
    form=InspectionStepForm,
    title=gettext_lazy("安全检查"),
    parts=("emergencies/inspections/_facts.html", "emergencies/inspections/_answers.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(
        Bulk("confirm", gettext_lazy("批量确认记录"), caps.INSPECT, taking("confirm", gettext_lazy("已确认"))),
        Bulk("remind", gettext_lazy("批量催办"), caps.REMIND, taking("remind", gettext_lazy("已催办")), form=NoteForm),
    ),
    line_words=LINE_WORDS,
    export=(gettext_lazy("安全检查清单"), COLUMNS, sheet_rows),
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
    """Confirm or press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="inspections")
def detail(request, number):
    """The inspection: left what was seen, right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="inspections", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.INSPECT, of="inspections")
def record(request, number):
    """The step "record" has a page of its own, made for a phone."""
    url = phone_url(find(Inspection.objects.for_step(), request.user, caps.INSPECT, number=number))
    return HttpResponse(headers={"HX-Redirect": url}) if is_htmx(request) else redirect(url)


@action(caps.ARRANGE)
def create(request):
    """An inspection outside of any plan, with its reason."""
    at = timezone.now()
    first = {"submission": uuid4(), "premises": request.GET.get("premises", "")}
    form = ArrangeForm(request.POST if request.method == "POST" else None, user=request.user, at=at, initial=first)
    if form.is_bound and form.is_valid():
        inspection = services.arrange(at=at, by=request.user, **form.cleaned_data)
        messages.success(request, _("已安排，编号 %(number)s。") % {"number": inspection.number})
        return redirect(inspection)
    title = _("安排计划外检查")
    context = {"form": form, "title": title, "back": WORK.list_url, "breadcrumb": [(WORK.title, WORK.list_url), (title, "")]}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


@page(caps.VIEW, of="inspection_record")
def proof(request, number):
    """The record as the site gets it."""
    return proof_of(request, WORK.seen(request, number))


def proof_of(request, inspection):
    """The record as PDF; 404 as long as there is none."""
    if not inspection.checked_at:
        raise Http404
    address = request.build_absolute_uri(reverse("inspection_proof", args=[inspection.proof_key]))
    told = facts.record_facts(inspection, inspection.answers.select_related("item", "hazard"), address=address)
    return made(facts.RECORD, told, name=f"{_('安全检查记录')} {inspection.number}", form="pdf")


@action(caps.INSPECT, of="inspection_signer", by=caps.INSPECT)
def open_signer(request, number):
    """Show once, for a stated purpose, who answered for the site; each opening is recorded."""
    inspection = WORK.seen(request, number)
    if not inspection.signer_name or not may(request.user, caps.INSPECT, inspection):
        raise Http404
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), ""
    if form.is_bound and form.is_valid():
        opened = open_sealed(inspection, "signer_name", by=request.user, at=timezone.now(), **form.cleaned_data)
    context = {"case": inspection, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(inspection), (_("现场人员"), "")]}
    answer = render(request, "emergencies/inspections/signer.html", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


# The phone


def mine(user):
    """What waits for the person to inspect, first due first."""
    rows = Inspection.objects.visible_to(user, caps.INSPECT).to_make().of_inspector(user)
    return rows.select_related("premises", "place", "office", "first", "second", "checks__checklist").order_by("due_at", "id")


@action(caps.INSPECT)
def phone(request):
    """The inspector's page: what waits, or the record of one. It opens without network too (static/js/phone/inspection.js)."""
    at, number = timezone.now(), request.POST.get("number") or request.GET.get("number", "")
    chosen = mine(request.user).filter(number=number).first() if number else None
    form = record_form(request, chosen, at=at) if chosen else None
    if form is not None and form.is_bound and form.is_valid() and (inspection := kept(request, chosen, form, at=at)):
        return redirect(inspection)
    context = {
        "number": number,
        "inspection": chosen,
        "form": form,
        "waiting": mine(request.user)[:WAITING_SHOWN] if not chosen else (),
        "breadcrumb": [(WORK.title, WORK.list_url), (_("现场检查"), "")],
    }
    return render(request, "emergencies/inspections/phone.html", context, status=422 if form is not None and form.errors else 200)


def record_form(request, inspection, *, at):
    """The form of the record, what was photographed held for the next try."""
    asked = {"items": inspection.checks.items.all(), "at": at, "latest": services.latest_removal(at=at)}
    form = RecordForm(**asked, initial={"number": inspection.number, "submission": uuid4()})
    if request.method != "POST":
        return form
    form = RecordForm(typed(request, at=at, fields=form.uploads), **asked)
    tell_refused(request, form)
    form.kept = held_files(form, at=at)
    return form


def held_files(form, *, at):
    """{field of files: what is held of it}, as the form shows it again."""
    tokens = {token for held in form.uploads.values() for token in form.data.getlist(held)}
    rows = {row.token: row for row in PendingUpload.objects.waiting(at=at).filter(token__in=tokens)}
    return {name: [rows[token] for token in form.data.getlist(held) if token in rows] for name, held in form.uploads.items()}


def kept(request, inspection, form, *, at):
    """The inspection with its record; None where it was refused, which the form says."""
    try:
        inspection, is_new = services.record(inspection, by=request.user, at=at, **form.facts())
    except (services.RecordRefused, StepRefused) as refused:
        form.add_error(None, str(refused))
        return None
    told = _("已提交检查记录，待另一名检查人员确认。") if is_new else _("这份记录已经提交过，没有重复提交。")
    messages.success(request, told)
    return inspection


@action(caps.INSPECT)
@never_cache
def sending(request):
    """For the script of the phone. GET: who is signed in, and what the page needs without network; POST: one record, answered in JSON."""
    at = timezone.now()
    if request.method != "POST":
        return JsonResponse(profile(request, mine(request.user), at=at))
    if request.POST.get("person") != person_key(request.user):
        return JsonResponse({"why": _("这份记录是另一个账号写的。")}, status=409)
    found = Inspection.objects.visible_to(request.user, caps.INSPECT).of_inspector(request.user).for_detail()
    inspection = found.filter(number=request.POST.get("number", "")).first()
    if inspection is None:
        return refused([("", _("这次检查已经改由其他人员进行，或者已经取消。"))])
    if inspection.submission and inspection.submission == sent_as(request):
        return answered(inspection)
    form = record_form(request, inspection, at=at)
    if form.is_valid() and (done := kept_quietly(request, inspection, form, at=at)):
        return answered(done)
    labels = {name: str(field.label or "") for name, field in form.fields.items()}
    return refused([(name, one["message"]) for name, errors in form.errors.get_json_data().items() for one in errors], labels)


def sent_as(request):
    try:
        return UUID(request.POST.get("submission", ""))
    except ValueError:
        return None


def kept_quietly(request, inspection, form, *, at):
    """As `kept`, without a word on the next page."""
    try:
        return services.record(inspection, by=request.user, at=at, **form.facts())[0]
    except (services.RecordRefused, StepRefused) as failure:
        form.add_error(None, str(failure))
        return None


def refused(errors, labels=None):
    """Each error with its field, as static/js/phone/errors.js shows it."""
    found = [{"field": name, "label": (labels or {}).get(name, ""), "message": message} for name, message in errors]
    return JsonResponse({"errors": found}, status=422)


def answered(inspection):
    """The same for the first sending and the tenth."""
    told = {"number": inspection.number, "title": inspection.title, "state": inspection.state_label}
    return JsonResponse({**told, "url": inspection.get_absolute_url()})


@page(PUBLIC)
def sheet(request):
    """The inspector's page of nobody, which the service worker keeps; the same for everyone."""
    return HttpResponse(sheet_page(at=timezone.now()))
