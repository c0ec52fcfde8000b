"""The offices' pages of warnings: list, draft, the matter with its messages, every step, and the kinds."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.incidents.models import Incident
from emergencies.incidents.permissions import VIEW as VIEW_INCIDENT
from emergencies.warnings import permissions as caps
from emergencies.warnings import services
from emergencies.warnings.enums import Sort, State
from emergencies.warnings.filters import IN_FORCE, WarningFilter
from emergencies.warnings.forms import DraftForm, KindForm, WarningStepForm
from emergencies.warnings.models import Warning, WarningKind
from emergencies.warnings.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.web.administration.reach import one, require_city
from governance.web.casework.creating import submitted_before
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page
from governance.web.stale import saved

SHOWN_BESIDE = 10
READ_FIRST = ("check", "issue", "check_update", "issue_update", "send_back")


def links(request):
    found = [{"label": _("公开页面"), "url": reverse("warnings_published")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("warnings_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.DRAFT):
        found += [
            {"label": _("拟写%(sort)s") % {"sort": sort.label}, "url": reverse("warnings_create", args=[sort.value]), "main": not order}
            for order, sort in enumerate(services.offered_sorts(request.user.acting_post.office))
        ]
    return found


def tabs(request):
    """What the post can act on, and what holds now."""
    found = [(_("生效中"), {"state": IN_FORCE})]
    if may(request.user, caps.CHECK):
        found = [
            (_("本单位待校核"), {"state": State.DRAFTED.value, "holder": MINE}),
            (_("本单位待签发"), {"state": State.CHECKED.value, "holder": MINE}),
            *found,
        ]
    return found


def case_links(request, case):
    return [{"label": _("公开页面"), "url": case.get_public_url()}] if case.is_published else []


def more(request, case):
    """The draft that is being checked, beside every message that went out."""
    sent = [*case.messages.select_related("drafter", "checker", "issuer").order_by("-serial")]
    return {**drafted(case, sent[:1]), "sent": sent, "beside": beside(case)}


def drafted(case, last):
    """The draft, and what it says otherwise than the last message, if there was one."""
    kept = getattr(case, "draft", None)
    places = [place.full_name for place in kept.places.order_by("path")] if kept else []
    return {"draft": kept, "draft_places": places, "changed": services.changed_columns(kept, last[0]) if kept and last else []}


def form_more(case, step, form):
    """Whoever checks or issues on a page of its own reads there what is checked."""
    return drafted(case, [*case.messages.order_by("-serial")[:1]]) if step.name in READ_FIRST else {"draft": None}


def beside_incident(incident, *, by):
    """What is said to the public of an incident, for its command board; a statement is drawn up from there."""
    found = Warning.objects.filter(incident=incident).visible_to(by, caps.VIEW).order_by("-opened_at", "-pk")[:SHOWN_BESIDE]
    rows = [(row.title, row.get_absolute_url(), (row.tone, row.get_state_display())) for row in found]
    if not rows and not may(by, caps.DRAFT):
        return None
    url = f"{reverse('warnings_create', args=[Sort.STATEMENT.value])}?incident={incident.number}"
    return {"title": _("预警和信息发布"), "rows": rows, "link": (_("拟写情况通报"), url) if may(by, caps.DRAFT) else None}


def beside(case):
    return {"minutes": int((case.issued_at - case.opened_at).total_seconds() // 60)} if case.issued_at else {}


WORK = Casework(
    model=Warning,
    view=caps.VIEW,
    filter=WarningFilter,
    form=WarningStepForm,
    title=gettext_lazy("预警和信息发布"),
    parts=("emergencies/warnings/_facts.html", "emergencies/warnings/_draft.html", "emergencies/warnings/_messages.html"),
    more=more,
    form_parts=("emergencies/warnings/_read_first.html",),
    form_more=form_more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("预警和信息发布"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The messages: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@page(caps.VIEW, of="warnings")
def detail(request, number):
    """The matter: the draft, what went out; right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="warnings", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.DRAFT)
def create(request, sort):
    """Draw up a message of a sort for the office acted for; the same form sent again leads to the first."""
    if sort not in Sort.values:
        raise Http404
    sort = Sort(sort)
    if request.method == "POST" and (earlier := sent_before(request.POST.get("submission", ""))):
        return redirect(earlier)
    begun = {"submission": uuid4(), "incident": incident_of(request)}
    form = DraftForm(request.POST if request.method == "POST" else None, sort=sort, user=request.user, initial=begun)
    if form.is_bound and form.is_valid():
        case = services.draft(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已拟稿，编号 %(number)s，请同事校核。") % {"number": case.number})
        return redirect(case)
    title = _("拟写%(sort)s") % {"sort": sort.label}
    context = {"form": form, "title": title, "sort": sort, "work": WORK, "breadcrumb": [(WORK.title, WORK.list_url), (title, "")]}
    context["offered"] = form.fields["kind"].queryset.exists()
    return render(request, "emergencies/warnings/create.html", context, status=422 if form.errors else 200)


def incident_of(request):
    """The incident a board leads here from, if the person sees it."""
    number = request.GET.get("incident", "")
    return Incident.objects.visible_to(request.user, VIEW_INCIDENT).filter(number=number).first() if number else None


def sent_before(submission):
    """The case this form made already, or None; what is no mark of a form made none."""
    try:
        return submitted_before(Warning, UUID(submission))
    except ValueError:
        return None


@page(caps.KEEP)
def kinds(request):
    """Every kind with its levels and its advice."""
    context = {"kinds": WarningKind.objects.order_by("order", "pk"), "breadcrumb": [(_("预警种类"), "")]}
    return render(request, "emergencies/warnings/kinds.html", context)


@action(caps.KEEP, of="city")
def kind(request, code):
    """A kind, changed. It holds for the whole city."""
    require_city(request.user, caps.KEEP)
    row = one(WarningKind.objects.order_by(), code=code)
    form = KindForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_bound and saved(form, form.save):
        messages.success(request, _("已保存“%(name)s”。") % {"name": row})
        return redirect("warnings_kinds")
    back = reverse("warnings_kinds")
    context = {"form": form, "title": row.label, "back": back, "breadcrumb": [(_("预警种类"), back), (row.label, "")]}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)
