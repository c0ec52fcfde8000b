"""The pages of grid reports: the worker's phone page, the worklist, a report and its steps."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.files.models import PendingUpload
from governance.privacy.services import open_sealed
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.casework.texts import Text, Texts
from governance.web.holding import tell_refused, typed
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page
from grids.mesh.models import Grid
from grids.mesh.permissions import VIEW as VIEW_GRID
from grids.reports import permissions as caps
from grids.reports import services
from grids.reports.enums import State
from grids.reports.filters import EXTENSION, OWN, RAISED, STATION, UNSIGNED, WATCHED, ReportFilter
from grids.reports.forms import FoundForm, ReasonForm, ReportStepForm
from grids.reports.models import Report, ReportKind
from grids.reports.rules import kinds_in_order
from grids.reports.sheet import COLUMNS, LINE_WORDS, sheet_rows

RECENT, WAITING_SHOWN, TITLE_LENGTH = 20, 5, 18
PHOTOGRAPHS = {"files": "held", "after": "held_after"}  # of what was found, and of how it looks now


def links(request):
    found = []
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("reports_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.REPORT):
        found.append({"label": _("上报事件"), "url": reverse("reports_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = []
    if may(request.user, caps.REPORT):
        found += [(_("我的网格"), {"grids": OWN}), (_("待我确认"), {"state": State.ANSWERED.value, "grids": OWN})]
    if may(request.user, caps.ANSWER):
        found += [(_("待本单位答复"), {"state": STATION, "holder": MINE}), (_("待签收"), {"state": UNSIGNED, "holder": MINE})]
        found.append((_("逾期上报来的"), {"mark": RAISED, "holder": MINE}))
    if may(request.user, caps.DISPATCH):
        found += [(_("各级待答复"), {"state": STATION}), (_("待审延期"), {"state": EXTENSION}), (_("中心盯办"), {"mark": WATCHED})]
    return found


def more(request, report):
    """What the page of a report tells besides what every case tells."""
    return {"may_open_contact": may_open_contact(request.user, report), "may_open_grid": may(request.user, VIEW_GRID, report.grid)}


def texts(report, step, user):
    """What the kind offers a station to answer with."""
    rows = tuple(Text(f"reply-{number}", shortened(text), text) for number, text in enumerate(report.kind.replies))
    return [Texts(_("答复范本"), rows)] if step.name == "answer" and rows else []


def shortened(text):
    return text if len(text) <= TITLE_LENGTH else f"{text[: TITLE_LENGTH - 1]}…"


def passed_to_bureau(report, *, by, at, note):
    moved = services.pass_to_bureau(report, by=by, at=at, note=note)
    return _("已转%(office)s") % {"office": moved.office.short_name}


def kind_of(report):
    """What decides on the bureau, as whoever presses reads it first."""
    return report.kind.label


WORK = Casework(
    model=Report,
    view=caps.VIEW,
    filter=ReportFilter,
    form=ReportStepForm,
    title=gettext_lazy("网格事件"),
    parts=("grids/reports/_facts.html", "cases/_orders.html"),
    more=more,
    texts=texts,
    links=links,
    tabs=tabs,
    bulk=(
        Bulk("sign", gettext_lazy("批量签收"), caps.ANSWER, taking("sign", gettext_lazy("已签收"))),
        Bulk("pass_to_township", gettext_lazy("批量转乡镇（街道）"), caps.ANSWER,
             taking("pass_to_township", gettext_lazy("已转乡镇（街道）")), form=ReasonForm),
        Bulk("pass_to_department", gettext_lazy("批量转主管部门"), caps.ANSWER, passed_to_bureau, form=ReasonForm, tells=kind_of),
        Bulk("pass_to_village", gettext_lazy("批量转村（社区）"), caps.REPORT,
             taking("pass_to_village", gettext_lazy("已转村（社区）")), form=NoteForm),
        Bulk("confirm", gettext_lazy("批量确认办结"), caps.REPORT, taking("confirm", gettext_lazy("已确认办结"))),
        Bulk("remind", gettext_lazy("批量催办"), caps.DISPATCH, taking("remind", gettext_lazy("已催办")), form=NoteForm),
    ),
    line_words=LINE_WORDS,
    export=(gettext_lazy("网格事件清单"), COLUMNS, sheet_rows),
)  # fmt: skip


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
    """Sign or confirm many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="reports")
def detail(request, number):
    """The report: left what is told, right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="reports", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.REPORT)
def create(request):
    """The worker's page, made for a phone: a press on the kind, a word or a photograph, and sent."""
    at = timezone.now()
    form = found_form(request, at=at)
    if form.is_bound:
        tell_refused(request, form)
        if form.is_valid():
            return sent(request, form, at=at)
    return found_page(request, form, at=at)


def found_form(request, *, at):
    """The form of what was found; a new one carries a mark of its own."""
    return FoundForm(typed(request, at=at, fields=PHOTOGRAPHS), at=at, initial={"submission": uuid4()}, **own_grids(request, at=at))


def own_grids(request, *, at):
    """The grids one may report from, and which of them one serves."""
    home, day = request.user.acting_post.office.place.path, timezone.localdate(at)
    reachable = Grid.objects.visible_to(request.user, caps.REPORT).active(day)
    kinds = ReportKind.objects.offered(home, day=day)
    return {"grids": reachable, "own": [*reachable.served_by(request.user, at).order_by("place_path")], "kinds": kinds}


def sent(request, form, *, at):
    """Register it, do what was pressed, and go to it."""
    report, is_new = services.report_found(at=at, by=request.user, **form.facts())
    if not is_new:
        messages.info(request, _("这件事已经上报过，没有重复上报。"))
    return redirect(f"{reverse('reports_create')}?sent={report.number}")


def found_page(request, form, *, at):
    """The page with what was just sent, the kinds last used first, and what waits in the own grids."""
    reports = Report.objects.visible_to(request.user, caps.VIEW)
    sent = reports.for_detail().filter(number=request.GET.get("sent", "")).first() if "sent" in request.GET else None
    waiting = reports.of_own_grids(request.user, at).waiting_for_worker().order_by("due_at", "id")[:WAITING_SHOWN].lines()
    held = {name: form.data.getlist(name) if form.is_bound else [] for name in PHOTOGRAPHS.values()}
    context = {
        "form": form,
        "sent": sent,
        "kinds": kinds_of(request.user, form.kinds),
        "chosen": form.data.get("kind", "") if form.is_bound else "",
        **{name: PendingUpload.objects.waiting(at=at).filter(token__in=tokens) if tokens else [] for name, tokens in held.items()},
        "waiting": waiting,
        "breadcrumb": [(_("网格事件"), reverse("reports_list")), (_("上报事件"), "")],
    }
    return render(request, "grids/reports/found.html", context, status=422 if form.errors else 200)


def kinds_of(user, offered):
    """The kinds on offer, those the worker chose last first."""
    recent = Report.objects.visible_to(user, caps.VIEW).filter(reporter=user).order_by("-opened_at").values_list("kind__code", flat=True)
    kinds = {kind.code: kind for kind in offered}
    return [kinds[code] for code in kinds_in_order([*kinds], [*recent[:RECENT]])]


def may_open_contact(user, report):
    """The contact is for those who handle the matter: the office that holds it, its workers, and whoever dispatches."""
    if not report.contact_phone and not report.contact_name or not may(user, caps.OPEN_CONTACT, report):
        return False
    holds = user.acting_post is not None and report.office_id == user.acting_post.office_id
    return holds or may(user, caps.DISPATCH, report) or may(user, caps.REPORT, report)


@action(caps.OPEN_CONTACT, of="reports", by=caps.VIEW)
def open_contact(request, number):
    """Show name and telephone once, for a stated purpose; each opening is recorded."""
    report = WORK.seen(request, number)
    if not may_open_contact(request.user, report):
        raise Http404
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        opened = open_both(report, by=request.user, at=timezone.now(), **form.cleaned_data)
    name = "_contact.html" if is_htmx(request) else "contact.html"
    context = {"case": report, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(report), (_("联系人"), "")]}
    answer = render(request, f"grids/reports/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


def open_both(report, *, by, at, purpose, reason):
    """Name and telephone, as far as they are known."""
    facts = {"by": by, "purpose": purpose, "reason": reason, "at": at}
    return {name: open_sealed(report, name, **facts) for name in ("contact_name", "contact_phone") if getattr(report, name)}
