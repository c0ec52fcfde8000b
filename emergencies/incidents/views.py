"""The pages of incidents: list, map, detail, what was taken down, steps, grade standards, and the contact of who reported it."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.incidents import permissions as caps
from emergencies.incidents import services
from emergencies.incidents.enums import GRADE_TONES, RESPONSE_TONES, Figure, State
from emergencies.incidents.filters import IN_RESPONSE, TO_TELL, IncidentFilter
from emergencies.incidents.forms import IncidentStepForm, TakenDownForm
from emergencies.incidents.models import GradeStandard, Incident
from emergencies.incidents.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may, places_for
from governance.people.enums import OfficeType
from governance.places.models import Place
from governance.privacy.services import open_sealed
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page

SHOWN_ON_MAP = 500


def links(request):
    pages = ((_("事件分布图"), "incidents_map"), (_("分级标准"), "incidents_grades"), (_("信息报告台账"), "incident_reports_list"),
             (_("复盘评估"), "incident_reviews_list"))  # fmt: skip
    found = [{"label": label, "url": reverse(name)} for label, name in pages[: 4 if sees_reviews(request.user) else 3]]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("incidents_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.REPORT):
        found.append({"label": _("登记突发事件"), "url": reverse("incidents_create"), "main": True})
    return found


def sees_reviews(user):
    return user.acting_post is not None and user.acting_post.office.type not in (OfficeType.SITE, OfficeType.VILLAGE, OfficeType.HOTLINE)


def tabs(request):
    """What the post can act on."""
    found = [(_("应急响应中"), {"state": IN_RESPONSE})]
    if may(request.user, caps.HANDLE):
        found.append((_("待核实"), {"state": State.REGISTERED.value, "holder": MINE}))
    if may(request.user, caps.INFORM):
        found.append((_("待本单位报告"), {"state": TO_TELL, "teller": MINE}))
    return found


def more(request, incident):
    """What the page of an incident tells besides: figures, the measures and counts of an outbreak, whether its contact may be opened."""
    found = {
        "figures": [(Figure(name).label, value) for name, value in incident.figures.items() if value or name == Figure.DEAD],
        "grade_tone": GRADE_TONES.get(incident.grade, ""),
        "response_tone": RESPONSE_TONES.get(incident.response, ""),
        "handles": holds(request.user, incident),
        "may_open_contact": may_open_contact(request.user, incident),
        "health_measures": (),
        "counts": (),
    }
    if incident.is_health:
        found |= {"health_measures": incident.health_measures.select_related("by"), "counts": incident.counts.select_related("by")}
    return found


WORK = Casework(
    model=Incident,
    view=caps.VIEW,
    filter=IncidentFilter,
    form=IncidentStepForm,
    title=gettext_lazy("突发事件"),
    parts=("emergencies/incidents/_facts.html", "emergencies/incidents/_health.html"),
    more=more,
    links=links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.REMIND, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("突发事件清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.VIEW)
def map(request):
    """The rows of the list as points, and the same as a table."""
    filters = IncidentFilter(request.GET, queryset=WORK.visible(request), request=request)
    rows = filters.qs
    shown = [*rows.on_map().select_related("place", "kind").order_by("-occurred_at", "-id")[:SHOWN_ON_MAP]]
    context = {"incidents": shown, "unplaced": rows.count() - rows.on_map().count(), "filter": filters.shown()}
    context["breadcrumb"] = [(WORK.title, WORK.list_url), (_("事件分布图"), "")]
    return render(request, "emergencies/incidents/map.html", context)


@page(caps.VIEW)
def grades(request):
    """What figure makes an incident one of a grade, and by which rule; where there is none it is judged."""
    standards = GradeStandard.objects.select_related("kind").order_by("category", "kind__position", "pk")
    context = {"standards": standards, "breadcrumb": [(WORK.title, WORK.list_url), (_("分级标准"), "")]}
    return render(request, "emergencies/incidents/grades.html", context)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="incidents")
def detail(request, number):
    """The incident: left what is told, right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="incidents", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.REPORT)
def create(request):
    """What was told: a manager at the own site, everyone else at a place of the own area."""
    site, places = own_site(request.user), places_to_report(request.user)
    cascade = None if site else cascade_of(request, places, url=request.path)
    if request.method == "GET" and cascade and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = None
    if request.method == "POST":
        data = with_place(request, cascade) if cascade else request.POST
    form = TakenDownForm(data, request.FILES or None, site=site, places=places, user=request.user, initial={"submission": uuid4()})
    if form.is_bound and asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid():
        incident = services.report_with_photographs(form.all_photographs(), at=timezone.now(), by=request.user, **form.facts())
        messages.success(request, _("已登记，编号 %(number)s。") % {"number": incident.number})
        return redirect(incident)
    held = form.keep_photographs(at=timezone.now()) if form.is_bound and form.errors else []
    context = {"form": form, "cascade": cascade, "site": site, "held": held}
    context["breadcrumb"] = [(WORK.title, WORK.list_url), (_("登记突发事件"), "")]
    return render(request, "emergencies/incidents/form.html", context, status=422 if form.errors else 200)


def own_site(user):
    """The site office a manager acts for, or None."""
    office = user.acting_post.office if user.acting_post else None
    return office if office and office.type == OfficeType.SITE else None


def places_to_report(user):
    """A bureau has no place of its own: it reports in the area it serves."""
    post = user.acting_post
    if post and post.office.type == OfficeType.BUREAU:
        return Place.objects.in_use().below(post.office.place.path)
    return places_for(user, caps.REPORT)


def holds(user, incident):
    """Whether the person's office leads: nobody else reads a word of who reported it."""
    return user.acting_post is not None and incident.office_id == user.acting_post.office_id


def may_open_contact(user, incident):
    return incident.has_contact and holds(user, incident) and may(user, caps.OPEN_CONTACT, incident)


@action(caps.OPEN_CONTACT, of="incidents", by=caps.VIEW)
def open_contact(request, number):
    """Show name and telephone once, for a stated purpose; each opening is recorded."""
    incident = WORK.seen(request, number)
    if not may_open_contact(request.user, incident):
        raise Http404
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        facts = {"by": request.user, "at": timezone.now(), **form.cleaned_data}
        opened = {name: open_sealed(incident, name, **facts) for name in ("reporter_name", "reporter_phone") if getattr(incident, name)}
    name = "_contact.html" if is_htmx(request) else "contact.html"
    context = {"case": incident, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(incident), (_("报告人"), "")]}
    answer = render(request, f"emergencies/incidents/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer
