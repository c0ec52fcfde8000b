"""The pages of the index for those who compile and approve it: editions, the method, the inhabitants."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.safety_index import permissions as caps
from emergencies.safety_index import services
from emergencies.safety_index.data.rows import judged
from emergencies.safety_index.enums import PUBLIC
from emergencies.safety_index.filters import EditionFilter
from emergencies.safety_index.forms import EditionStepForm, MethodForm, MonthForm, PopulationForm
from emergencies.safety_index.models import Edition, Method, Population
from emergencies.safety_index.sheet import COLUMNS, LINE_WORDS, POPULATION_COLUMNS, city_of, components_of, parts_of, sheet_rows
from emergencies.venuefiles.forms import LookedForm
from emergencies.venuefiles.rules import FAULTS_KEPT
from governance.access.scope import may, places_for
from governance.calendar.months import month_of
from governance.files.services import open_attachment
from governance.flow.engine import StepRefused
from governance.places.enums import Level
from governance.places.models import Place
from governance.sheets.reading import SheetRefused
from governance.web.administration.reach import acts_for_city, one, require_city
from governance.web.casework.pages import Casework
from governance.web.downloads import download
from governance.web.page import action, find, page


def links(request):
    found = [{"label": _("公开页面"), "url": reverse("safety_index_published")}]
    if may(request.user, caps.READ):
        found.append({"label": _("编制办法"), "url": reverse("safety_index_method")})
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("safety_index_export"), "icon": "download", "needs_rows": True})
    if acts_for_city(request.user, caps.COMPILE):
        found.append({"label": _("编制平安指数"), "url": reverse("safety_index_create"), "main": True})
    return found


def case_links(request, edition):
    """What everybody reads, or will."""
    found = [{"label": _("公开页面预览"), "url": reverse("safety_index_preview", args=[edition.number])}]
    if edition.state in PUBLIC:
        found = [{"label": _("公开页面"), "url": reverse("safety_index_month", args=[f"{edition.month:%Y-%m}"])}]
    return found


def more(request, edition):
    """The city and its counties, with every input."""
    return {
        "city": city_of(edition, inside=True),
        "rows": parts_of(edition, edition.place, inside=True),
        "components": components_of(edition),
        "left_out": [component.label for component in components_of(edition) if component.code in edition.closed],
        "begins_method": services.begins_method(edition),
        "corrections": edition.corrections.order_by("pk"),
    }


WORK = Casework(
    model=Edition,
    view=caps.VIEW,
    filter=EditionFilter,
    form=EditionStepForm,
    title=gettext_lazy("平安指数"),
    parts=("emergencies/safety_index/_facts.html", "emergencies/safety_index/_scores.html"),
    more=more,
    links=links,
    case_links=case_links,
    line_words=LINE_WORDS,
    export=(gettext_lazy("平安指数编制清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The editions: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@page(caps.VIEW, of="safety_index")
def detail(request, number):
    """The edition with every input of the city and its counties; right what can be done now."""
    return WORK.detail_page(request, number)


@page(caps.VIEW, of="safety_index")
def area(request, number, code):
    """The townships of a county, with every input."""
    edition = find(Edition.objects.for_detail(), request.user, caps.VIEW, number=number)
    place = one(Place.objects.in_use(), code=code)
    rows = parts_of(edition, place, inside=True)
    trail = [*WORK.way_to(edition), (place.short_name, "")]
    context = {"edition": edition, "place": place, "rows": rows, "components": components_of(edition), "breadcrumb": trail}
    return render(request, "emergencies/safety_index/area.html", context)


@action(caps.VIEW, of="safety_index", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.COMPILE)
def create(request):
    """Open the edition of an ended month; only at the city's centre."""
    root = places_for(request.user, caps.COMPILE).filter(level=Level.CITY).first()
    months = services.months_free(root, at=timezone.now()) if root else []
    form = MonthForm(request.POST if request.method == "POST" else None, months=months)
    if form.is_bound and form.is_valid():
        try:
            edition = services.draft(month=form.cleaned_data["month"], at=timezone.now(), by=request.user, root=root)
            messages.success(request, _("已计算，编号 %(number)s，请核对后送审。") % {"number": edition.number})
            return redirect(edition)
        except StepRefused as refused:
            form.add_error("month", str(refused))
        except services.NoOffice:
            form.add_error(None, _("没有适用于这个月的编制办法，或者没有设立综治中心。"))
    title = _("编制平安指数")
    context = {"form": form, "title": title, "back": WORK.list_url, "submit": _("取数计算"), "breadcrumb": trail_to(title)}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


def trail_to(*titles):
    return [(WORK.title, WORK.list_url), *((title, "") for title in titles)]


@page(caps.READ)
def method(request):
    """The method in force with all its versions, and the way to the inhabitants."""
    in_force = Method.objects.in_force(month_of(timezone.localdate()))
    context = {
        "method": in_force,
        "components": in_force.components.order_by("pk") if in_force else (),
        "bands": in_force.bands.order_by("-least") if in_force else (),
        "versions": Method.objects.select_related("by").order_by("-valid_from", "-pk"),
        "may_keep": acts_for_city(request.user, caps.KEEP),
        "breadcrumb": [(_("平安指数编制办法"), "")],
    }
    return render(request, "emergencies/safety_index/method.html", context)


@action(caps.KEEP, of="city")
def create_method(request):
    """The next version of the method, from a month on."""
    require_city(request.user, caps.KEEP)
    base = Method.objects.order_by("-valid_from", "-pk").first()
    if base is None:
        raise Http404
    form = MethodForm(request.POST if request.method == "POST" else None, base=base, averages=services.averages())
    if form.is_bound and form.is_valid():
        made = services.new_version(base, by=request.user, at=timezone.now(), **form.given())
        messages.success(request, _("已发布编制办法 %(version)s。已经编制的各期仍按当时的办法。") % {"version": made})
        return redirect("safety_index_method")
    trail = [(_("平安指数编制办法"), reverse("safety_index_method")), (_("发布新版本"), "")]
    context = {"form": form, "base": base, "breadcrumb": trail}
    return render(request, "emergencies/safety_index/method_form.html", context, status=422 if form.errors else 200)


def measured():
    """The places the index is computed for."""
    return Place.objects.in_use().filter(level__in=services.LEVELS).order_by("path")


def inhabitants():
    """[(place, its latest number or None)]."""
    known = {row.place_id: row for row in Population.objects.at(timezone.localdate().year)}
    return [(place, known.get(place.pk)) for place in measured()]


@page(caps.READ)
def population(request):
    """The inhabitants of the city, its counties and their townships, as far as they are known."""
    rows = inhabitants()
    context = {
        "rows": rows,
        "missing": sum(known is None for _place, known in rows),
        "may_keep": acts_for_city(request.user, caps.KEEP),
        "breadcrumb": [(_("平安指数编制办法"), reverse("safety_index_method")), (_("常住人口"), "")],
    }
    return render(request, "emergencies/safety_index/population.html", context)


@page(caps.READ)
def export_population(request):
    """The same as a sheet, to be filled in and brought back."""
    return download(request, _("常住人口"), POPULATION_COLUMNS, inhabitants())


@action(caps.KEEP, of="city")
def bring_in_population(request):
    """Show what a sheet would change, then take it in: all of it, or nothing and every fault by row, column and reason."""
    require_city(request.user, caps.KEEP)
    at, faults, shown = timezone.now(), [], {}
    form = LookedForm(request.POST, request.FILES) if request.method == "POST" else LookedForm()
    if form.is_bound and form.is_valid():
        kept = form.kept(at=at)
        rows, faults = read(kept, form)
        if rows and not faults:
            found = services.population_sheet(rows)
            if form.was_shown:
                return taken_in(request, found, kept, at=at)
            shown = {"outcome": found, "held": kept.token}
    way = (_("平安指数编制办法"), reverse("safety_index_method")), (_("常住人口"), reverse("safety_index_population")), (_("导入"), "")
    context = {"form": form if form.errors else LookedForm(), "faults": faults[:FAULTS_KEPT], "breadcrumb": [*way], **shown}
    return render(request, "emergencies/safety_index/population_import.html", context, status=422 if form.errors or faults else 200)


def read(kept, form):
    """Rows and faults of a sheet that is kept; one that cannot be read, or says nothing, is refused beside the field."""
    rows, faults = [], []
    try:
        with open_attachment(kept) as file:
            rows, faults = judged(file, measured())
    except SheetRefused as refused:
        form.add_error("file", refused.messages)
    else:
        if not rows and not faults:
            form.add_error("file", _("表格中没有填写人口数。"))
    return rows, faults


def taken_in(request, found, kept, *, at):
    """The sheet was looked at and confirmed."""
    services.take_populations(found, kept, by=request.user, at=at)
    told = {"fresh": len(found.fresh), "changed": len(found.changed)}
    messages.success(request, _("已导入：新录入 %(fresh)s 条，更改 %(changed)s 条。已经编制的各期仍按当时的人口。") % told)
    return redirect("safety_index_population")


@action(caps.KEEP, of="city")
def put_population(request, code):
    """The number of inhabitants of a place in a year."""
    require_city(request.user, caps.KEEP)
    place = one(measured(), code=code)
    form = PopulationForm(request.POST if request.method == "POST" else None, place=place)
    if form.is_bound and form.is_valid():
        services.put_population(place, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已保存%(place)s的常住人口。已经编制的各期仍按当时的人口。") % {"place": place.short_name})
        return redirect("safety_index_population")
    title, back = _("常住人口：%(place)s") % {"place": place.full_name}, reverse("safety_index_population")
    trail = [(_("平安指数编制办法"), reverse("safety_index_method")), (_("常住人口"), back), (place.short_name, "")]
    context = {"form": form, "title": title, "back": back, "breadcrumb": trail}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)
