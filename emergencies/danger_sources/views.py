"""The pages of major danger sources: list, map, detail, declaration, steps."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.danger_sources import permissions as caps
from emergencies.danger_sources import services
from emergencies.danger_sources.data.papers import FORM, filing_of, heading_of
from emergencies.danger_sources.enums import LEVEL_TONES, State
from emergencies.danger_sources.filters import LATE, NO_PLAN, DangerSourceFilter
from emergencies.danger_sources.forms import DangerSourceStepForm, DeclareForm
from emergencies.danger_sources.models import DangerSource, Reading
from emergencies.danger_sources.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.flow.engine import StepRefused
from governance.papers.filling import FORMS, made
from governance.people.enums import OfficeType
from governance.places.models import Place
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.bulk import Bulk, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.holding import shown_held
from governance.web.page import action, is_htmx, page

READINGS_SHOWN, SHOWN_ON_MAP = 12, 500


def links(request):
    found = [{"label": _("危险源分布图"), "url": reverse("danger_sources_map")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("danger_sources_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.DECLARE):
        found.append({"label": _("申报重大危险源"), "url": reverse("danger_sources_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = [(_("预案未备案"), {"state": NO_PLAN}), (_("已逾期事项"), {"state": LATE})]
    if may(request.user, caps.FILE):
        found.insert(0, (_("待备案"), {"state": State.DECLARED.value, "holder": MINE}))
    return found


def case_links(request, source):
    """The form it is filed by: printed, stamped and handed in by the unit, kept by the bureau."""
    words = {"docx": _("%(paper)s Word"), "pdf": _("%(paper)s PDF")}
    return [
        {
            "label": text % {"paper": heading_of(source)},
            "url": reverse("danger_sources_filing", args=[source.number, form]),
            "icon": "print",
        }
        for form, text in words.items()
    ]


def more(request, source):
    """What the page of a source tells besides: what it keeps against its thresholds, its records, its checks."""
    return {
        "kept": [*source.kept.select_related("substance")],
        "readings": [*Reading.objects.of(source)[:READINGS_SHOWN]],
        "checks": [*source.checks.select_related("by", "office")],
        "level_tone": LEVEL_TONES.get(source.level, "neutral"),
    }


WORK = Casework(
    model=DangerSource,
    view=caps.VIEW,
    filter=DangerSourceFilter,
    form=DangerSourceStepForm,
    title=gettext_lazy("重大危险源"),
    parts=(
        "emergencies/danger_sources/_facts.html",
        "emergencies/danger_sources/_kept.html",
        "emergencies/danger_sources/_records.html",
    ),
    more=more,
    form_parts=("cases/_held.html",),
    form_more=shown_held,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(Bulk("file", gettext_lazy("批量备案"), caps.FILE, taking("file", gettext_lazy("已备案"))),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("重大危险源清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The register: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.VIEW)
def map(request):
    """The rows of the list as points, and the same as a table."""
    filters = DangerSourceFilter(request.GET, queryset=WORK.visible(request), request=request)
    rows = filters.qs
    context = {
        "sources": rows.on_map().select_related("place").order_by("level", "id")[:SHOWN_ON_MAP],
        "unplaced": rows.count() - rows.on_map().count(),
        "filter": filters.shown(),
        "breadcrumb": [(WORK.title, WORK.list_url), (_("危险源分布图"), "")],
    }
    return render(request, "emergencies/danger_sources/map.html", context)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """File many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="danger_sources")
def detail(request, number):
    """The source: facts, what it keeps, records and checks; right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="danger_sources", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.VIEW, of="danger_sources")
def filing(request, number, form):
    """重大危险源备案申请表, and once it was filed 备案登记表, as Word and as PDF."""
    source = WORK.seen(request, number)
    if form not in FORMS:
        raise Http404
    return made(FORM, filing_of(source), name=f"{heading_of(source)} {number}", form=form)


@action(caps.DECLARE)
def create(request):
    """Declare a unit: a manager of the own site, the bureau for a site of its area."""
    office = request.user.acting_post.office
    site = office if office.type == OfficeType.SITE else None
    places = Place.objects.in_use().below(office.place.path)
    cascade = None if site else cascade_of(request, places, url=request.path)
    if request.method == "GET" and cascade and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = None
    if request.method == "POST":
        data = with_place(request, cascade) if cascade else request.POST
    form = DeclareForm(data, site=site, places=places, user=request.user, initial={"submission": uuid4()})
    if form.is_bound and asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid() and (source := declared(form, by=request.user)):
        messages.success(request, _("已申报，编号 %(number)s，等待备案。") % {"number": source.number})
        return redirect(source)
    context = {"form": form, "cascade": cascade, "site": site, "breadcrumb": [(WORK.title, WORK.list_url), (_("申报重大危险源"), "")]}
    return render(request, "emergencies/danger_sources/form.html", context, status=422 if form.errors else 200)


def declared(form, *, by):
    """The new source, or None where its quantities make it none."""
    try:
        return services.declare(at=timezone.now(), by=by, **form.facts())
    except StepRefused as refused:
        form.add_error(None, str(refused))
        return None
