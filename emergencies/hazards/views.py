"""The pages of hazards: list, map, detail, what was found, steps, and the contact of who reported it."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.hazards import permissions as caps
from emergencies.hazards import services
from emergencies.hazards.data.papers import paper_of
from emergencies.hazards.enums import GRADE_TONES, Grade, State
from emergencies.hazards.filters import EXTENSION, RAISED, TO_REMOVE, HazardFilter
from emergencies.hazards.forms import FoundForm, HazardStepForm
from emergencies.hazards.models import Hazard, RemovalPlan
from emergencies.hazards.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may, places_for
from governance.papers.filling import FORMS, made
from governance.people.enums import OfficeType
from governance.places.models import Place
from governance.privacy.services import open_sealed
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.holding import shown_held
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page

SHOWN_ON_MAP = 500


def links(request):
    found = [{"label": _("隐患分布图"), "url": reverse("hazards_map")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("hazards_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.REPORT):
        found.append({"label": _("登记隐患"), "url": reverse("hazards_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = [(_("重大隐患"), {"grade": Grade.MAJOR.value})]
    if may(request.user, caps.VERIFY):
        found += [
            (_("待核查"), {"state": State.REPORTED.value, "holder": MINE}),
            (_("待复查"), {"state": State.REMOVED.value, "holder": MINE}),
        ]
    if may(request.user, caps.REMOVE):
        found.append((_("待整改"), {"state": TO_REMOVE}))
    if may(request.user, caps.PRESS):
        found += [(_("待审延期"), {"state": EXTENSION}), (_("逾期上报"), {"state": RAISED})]
    return found


def more(request, hazard):
    """What the page of a hazard tells besides: its plans with their stages, and whether its contact may be opened."""
    plans = [*RemovalPlan.objects.filter(hazard=hazard).prefetch_related("stages").select_related("by")]
    return {
        "plan": plans[0] if plans else None,
        "earlier_plans": plans[1:],
        "handles": holds(request.user, hazard),
        "may_open_contact": may_open_contact(request.user, hazard),
        "grade_tone": GRADE_TONES.get(hazard.grade, ""),
    }


def case_links(request, hazard):
    """The paper that holds now, for the unit that must remove it."""
    if paper_of(hazard) is None:
        return []
    labels = {"docx": _("通知书 Word"), "pdf": _("通知书 PDF")}
    return [
        {"label": label, "url": reverse("hazards_notice", args=[hazard.number, form]), "icon": "print"} for form, label in labels.items()
    ]


WORK = Casework(
    model=Hazard,
    view=caps.VIEW,
    filter=HazardFilter,
    form=HazardStepForm,
    title=gettext_lazy("安全隐患"),
    parts=("emergencies/hazards/_facts.html", "emergencies/hazards/_plan.html"),
    more=more,
    form_parts=("cases/_held.html",),
    form_more=shown_held,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.REMIND, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("安全隐患清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.VIEW)
def map(request):
    """The rows of the list as points, and the same as a table by place."""
    filters = HazardFilter(request.GET, queryset=WORK.visible(request), request=request)
    context = {**map_of(filters.qs), "filter": filters.shown(), "breadcrumb": [(WORK.title, WORK.list_url), (_("隐患分布图"), "")]}
    return render(request, "emergencies/hazards/map.html", context)


def map_of(rows):
    """The points, and how many have none."""
    shown = [*rows.on_map().select_related("place").order_by("-grade", "due_at", "id")[:SHOWN_ON_MAP]]
    return {"hazards": shown, "unplaced": rows.count() - rows.on_map().count(), "major": sum(one.grade == Grade.MAJOR for one in shown)}


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="hazards")
def detail(request, number):
    """The hazard: left what is told, right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="hazards", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.VIEW, of="hazards")
def notice(request, number, form):
    """The order to remove it, or the notice of listed supervision, as Word and as PDF."""
    hazard = WORK.seen(request, number)
    if form not in FORMS:
        raise Http404
    found = paper_of(hazard)
    if found is None:
        messages.error(request, _("核实定级、明确责任单位和整改期限以后，才有通知书可以打印。"))
        return redirect(hazard)
    template, name, facts = found
    return made(template, facts, name=f"{name} {number}", form=form)


@action(caps.REPORT)
def create(request):
    """What was found: a manager at the own site, everyone else at a place of the own area."""
    site, places = own_site(request.user), places_to_report(request.user)
    cascade = None if site else cascade_of(request, places, url=request.path)
    if request.method == "GET" and cascade and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = None
    if request.method == "POST":
        data = with_place(request, cascade) if cascade else request.POST
    form = FoundForm(data, request.FILES or None, site=site, places=places, user=request.user, initial={"submission": uuid4()})
    if form.is_bound and asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid():
        hazard = services.report_with_photographs(form.all_photographs(), at=timezone.now(), by=request.user, **form.facts())
        messages.success(request, _("已登记，编号 %(number)s。") % {"number": hazard.number})
        return redirect(hazard)
    held = form.keep_photographs(at=timezone.now()) if form.is_bound and form.errors else []
    context = {"form": form, "cascade": cascade, "site": site, "held": held}
    context["breadcrumb"] = [(WORK.title, WORK.list_url), (_("登记隐患"), "")]
    return render(request, "emergencies/hazards/form.html", context, status=422 if form.errors else 200)


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


def holds(user, hazard):
    """Whether the person's office supervises the removal: nobody else reads a word of who reported it, least of all the site."""
    return user.acting_post is not None and hazard.office_id == user.acting_post.office_id


def may_open_contact(user, hazard):
    return hazard.has_contact and holds(user, hazard) and may(user, caps.OPEN_CONTACT, hazard)


@action(caps.OPEN_CONTACT, of="hazards", by=caps.VIEW)
def open_contact(request, number):
    """Show name and telephone once, for a stated purpose; each opening is recorded."""
    hazard = WORK.seen(request, number)
    if not may_open_contact(request.user, hazard):
        raise Http404
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        facts = {"by": request.user, "at": timezone.now(), **form.cleaned_data}
        opened = {name: open_sealed(hazard, name, **facts) for name in ("reporter_name", "reporter_phone") if getattr(hazard, name)}
    name = "_contact.html" if is_htmx(request) else "contact.html"
    context = {"case": hazard, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(hazard), (_("举报人"), "")]}
    answer = render(request, f"emergencies/hazards/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer
