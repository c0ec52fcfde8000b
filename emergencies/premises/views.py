"""The register of what is inspected: list, entry, correction, and the list as a file."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.checklists.models import PremisesKind
from emergencies.premises import services
from emergencies.premises.data.rows import columns, judged
from emergencies.premises.forms import FactsForm, RegisterForm
from emergencies.premises.models import Premises
from emergencies.premises.permissions import KEEP, VIEW
from emergencies.premises.sheet import COLUMNS
from emergencies.venuefiles.forms import LookedForm
from emergencies.venuefiles.rules import FAULTS_KEPT
from governance.access.scope import may, places_for
from governance.files.services import open_attachment
from governance.places.models import Place
from governance.sheets.reading import SheetRefused
from governance.sheets.writing import template_xlsx
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.downloads import download
from governance.web.listing import page_of
from governance.web.page import action, find, is_htmx, page

TITLE = gettext_lazy("检查对象名录")
COUNTY, LONGEST = 6, 40  # characters of a county's path, and of what is searched for


def wanted(request):
    """The rows the address asks for."""
    rows, asked = Premises.objects.visible_to(request.user, VIEW), request.GET
    if words := asked.get("q", "").strip()[:LONGEST]:
        rows = rows.filter(Q(name__icontains=words) | Q(number__startswith=words) | Q(address__icontains=words))
    if kind := asked.get("kind", ""):
        rows = rows.filter(kind__code=kind)
    if asked.get("key") == "1":
        rows = rows.filter(is_key=True)
    return rows if asked.get("left") == "1" else rows.in_use()


@page(VIEW)
def list(request):
    """The register within reach; the whole filter stands in the address."""
    context = {
        "page": page_of(wanted(request).for_list(), request.GET.get("page", 1)),
        "kinds": PremisesKind.objects.filter(active=True),
        "asked": {name: request.GET.get(name, "") for name in ("q", "kind", "key", "left")},
        "may_keep": may(request.user, KEEP),
        "breadcrumb": [(TITLE, "")],
    }
    return render(request, "emergencies/premises/list.html", context)


@page(VIEW)
def export(request):
    """The filtered rows as Excel or CSV."""
    return download(request, TITLE, COLUMNS, wanted(request).for_list().iterator(chunk_size=2000))


def places_of(user):
    """Where an entry may be made: a territorial office in its area, a bureau in the area it serves."""
    home = user.acting_post.office
    return places_for(user, KEEP) if home.is_territorial else Place.objects.in_use().below(home.place.path)


@action(KEEP)
def create(request):
    """Enter an object."""
    places = places_of(request.user)
    cascade = cascade_of(request, places, url=request.path)
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    form = RegisterForm(with_place(request, cascade) if request.method == "POST" else None, places=places)
    if form.is_bound and asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid():
        premises = services.register(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已登记，名录编号 %(number)s。") % {"number": premises.number})
        return redirect("premises_list")
    trail = [(TITLE, reverse("premises_list")), (_("登记检查对象"), "")]
    context = {"form": form, "cascade": cascade, "breadcrumb": trail}
    return render(request, "emergencies/premises/form.html", context, status=422 if form.errors else 200)


@page(KEEP)
def template(request):
    """The empty sheet to fill in."""
    return template_xlsx(_("检查对象导入模板"), columns(places_of(request.user)))


@action(KEEP)
def bring_in(request):
    """Show what a sheet would change, then take it in: all of it, or nothing and every fault by row, column and reason."""
    at, faults, shown = timezone.now(), [], {}
    form = LookedForm(request.POST, request.FILES) if request.method == "POST" else LookedForm()
    if form.is_bound and form.is_valid():
        kept = form.kept(at=at)
        try:
            rows, faults = read(kept, request.user)
        except SheetRefused as refused:
            form.add_error("file", refused.messages)
        else:
            found = services.outcome(rows)
            if not faults and form.was_shown:
                return taken_in(request, found, kept, at=at)
            shown = {} if faults else {"outcome": found, "changes": found.changes(), "held": kept.token}
    trail = [(TITLE, reverse("premises_list")), (_("导入"), "")]
    context = {"form": form if form.errors else LookedForm(), "faults": faults[:FAULTS_KEPT], "breadcrumb": trail, **shown}
    return render(request, "emergencies/premises/import.html", context, status=422 if form.errors or faults else 200)


def read(kept, user):
    """Rows and faults of a sheet that is kept, beside the register as it stands."""
    standing = [*Premises.objects.visible_to(user, KEEP).in_use().for_list()]
    with open_attachment(kept) as file:
        return judged(file, places_of(user), standing)


def taken_in(request, found, kept, *, at):
    """The sheet was looked at and confirmed."""
    services.take_rows(found, kept, by=request.user, at=at)
    told = {"fresh": len(found.fresh), "changed": len(found.changed)}
    messages.success(request, _("已导入：新登记 %(fresh)s 处，更正 %(changed)s 处。") % told)
    return redirect("premises_list")


@action(KEEP, of="premises")
def edit(request, number):
    """Put an object right, or take it out of use."""
    premises = find(Premises.objects.select_related("kind", "place"), request.user, KEEP, number=number)
    form = FactsForm(request.POST if request.method == "POST" else None, premises=premises)
    if form.is_bound and form.is_valid():
        services.change(premises, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已保存。"))
        return redirect("premises_list")
    back = reverse("premises_list")
    context = {"form": form, "title": premises.name, "back": back, "breadcrumb": [(TITLE, back), (premises.number, "")]}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)
