"""The pages of crowded places: list, map, detail, check list, declaration, steps."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.venues import permissions as caps
from emergencies.venues import services
from emergencies.venues.enums import State
from emergencies.venues.filters import LOWERING, NO_PLAN, UNASSESSED, VenueFilter
from emergencies.venues.forms import DeclareForm, VenueStepForm
from emergencies.venues.models import Assessment, SecurityCheck, Venue
from emergencies.venues.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may, places_for
from governance.flow import engine
from governance.places.models import Place
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.bulk import Bulk
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.listing import page_of
from governance.web.page import action, find, is_htmx, page

DRILLS_SHOWN = 5


def links(request):
    found = [{"label": _("防范标准和演练规定"), "url": reverse("standards")}, {"label": _("地图"), "url": reverse("venues_map")}]
    if may(request.user, caps.IMPORT):
        found.append({"label": _("导入 Excel"), "url": reverse("venuefiles_list")})
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("venues_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.DECLARE):
        found.append({"label": _("申报场所"), "url": reverse("venues_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = []
    if may(request.user, caps.CONFIRM):
        found.append((_("待核实"), {"state": State.DECLARED.value}))
    if may(request.user, caps.ASSESS):
        found.append((_("本单位待评估"), {"state": UNASSESSED, "holder": MINE}))
    if may(request.user, caps.AGREE):
        found.append((_("下调待审核"), {"state": LOWERING}))
    if may(request.user, caps.DECLARE):
        found.append((_("没有现行预案"), {"state": NO_PLAN}))
    return found


def more(request, venue):
    """What the page of a venue tells besides: its gradings, its standard, its equipment, and its drills."""
    items = venue.required
    return {
        "assessments": Assessment.objects.of(venue),
        "equipment": [{"name": item.name, "kept": item.code in venue.equipment} for item in items],
        "lacking": sum(item.code not in venue.equipment for item in items),
        "checked": SecurityCheck.objects.latest_of(venue),
        "drills": venue.drills.with_rule().order_by("-opened_at", "-pk")[:DRILLS_SHOWN],
    }


def confirmed(venue, *, by, at):
    engine.take(venue, "confirm", by=by, at=at)
    return _("已核实登记")


WORK = Casework(
    model=Venue,
    view=caps.VIEW,
    filter=VenueFilter,
    form=VenueStepForm,
    title=gettext_lazy("人员密集场所"),
    parts=(
        "emergencies/venues/_facts.html",
        "emergencies/venues/_grade.html",
        "emergencies/venues/_security.html",
        "emergencies/venues/_drills.html",
        "emergencies/venues/_equipment.html",
        "emergencies/venues/_history.html",
    ),
    more=more,
    links=links,
    tabs=tabs,
    bulk=(Bulk("confirm", gettext_lazy("批量核实登记"), caps.CONFIRM, confirmed),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("人员密集场所清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The register: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Confirm many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="venues")
def detail(request, number):
    """The venue: facts, grade with every input, drills, equipment, history; right what can be done now."""
    return WORK.detail_page(request, number)


@page(caps.VIEW, of="venues")
def checklist(request, number):
    """The sheet to check the venue by: equipment and security standard of its kind and grade, to print and sign."""
    venue = find(Venue.objects.for_detail(), request.user, caps.VIEW, number=number)
    standard, asked = services.measures_of(venue, at=timezone.now())
    context = {"case": venue, "items": venue.required, "standard": standard, "measures": asked, "back_url": venue.get_absolute_url()}
    return render(request, "emergencies/venues/checklist.html", context)


@page(caps.VIEW)
def venue_map(request):
    """The places below the one of the address with their venues by grade, or a township's venues, on a map with the same as a table."""
    home = request.user.acting_post.office.place
    places = Place.objects.in_use().below(home.path)
    place = places.filter(code=request.GET["place"]).first() if request.GET.get("place") else home
    if place is None:
        raise Http404
    rows, near = Venue.objects.visible_to(request.user, caps.VIEW).confirmed(), place.level in {"township", "village"}
    context = {
        "place": place,
        "near": page_of(rows.within(place.path).for_step().order_by("place_path", "pk"), request.GET.get("page", 1)) if near else None,
        "spots": [] if near else services.spots(rows, places, place),
        "above": [(one.short_name, f"?place={one.code}") for one in places.lineage(place.path).exclude(pk=place.pk)],
        "breadcrumb": [(WORK.title, WORK.list_url), (_("地图"), "")],
    }  # fmt: skip
    return render(request, "emergencies/venues/map.html", context)


@action(caps.VIEW, of="venues", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.DECLARE)
def create(request):
    """Declare a venue: a manager the own one, a clerk one of the township."""
    site = services.own_site(request.user)
    places = places_for(request.user, caps.DECLARE)
    cascade = None if site else cascade_of(request, places, url=request.path)
    if request.method == "GET" and cascade and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = None
    if request.method == "POST":
        data = with_place(request, cascade) if cascade else request.POST
    form = DeclareForm(data, places=places, site=site, initial={"submission": uuid4(), "floors": 1})
    if form.is_bound and asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid():
        venue = services.declare(at=timezone.now(), by=request.user, **form.cleaned_data)
        messages.success(request, _("已申报，编号 %(number)s，等待核实。") % {"number": venue.number})
        return redirect(venue)
    context = {"form": form, "cascade": cascade, "site": site, "breadcrumb": [(WORK.title, WORK.list_url), (_("申报场所"), "")]}
    return render(request, "emergencies/venues/form.html", context, status=422 if form.errors else 200)
