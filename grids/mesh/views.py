"""The register of grids: list, one grid, making and changing it, and who serves it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may, places_for
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.downloads import download
from governance.web.listing import page_of
from governance.web.page import action, find, is_htmx, page
from governance.web.stale import saved
from grids.mesh import permissions as caps
from grids.mesh import services
from grids.mesh.filters import GridFilter
from grids.mesh.forms import AssignForm, EditGridForm, NewGridForm, RangeForm
from grids.mesh.models import Assignment, Grid
from grids.mesh.sheet import COLUMNS, sheet_rows

GAPS_SHOWN, CHANGES_SHOWN, PAST_SHOWN = 12, 20, 20
ROOMS = (
    (gettext_lazy("清单"), "mesh_list", caps.VIEW),
    (gettext_lazy("层级"), "atlas_tree", caps.VIEW),
    (gettext_lazy("地图"), "atlas_map", caps.VIEW),
    (gettext_lazy("户数核对"), "households_list", caps.VIEW),
    (gettext_lazy("调整记录"), "redrawing_list", caps.VIEW),
    (gettext_lazy("批量导入"), "meshfiles_list", caps.EDIT),
)


def trail(*more):
    return [(_("网格"), reverse("mesh_list")), *more]


def rooms(request, here):
    """The tabs over the pages of the register, for components/tabs.html; those the person may open."""
    open_to = [(label, name) for label, name, gate in ROOMS if may(request.user, gate)]
    return [{"label": label, "url": reverse(name), "active": name == here, "count": None} for label, name in open_to]


def found(request):
    """The filter of the address over the grids the person may see."""
    return GridFilter(request.GET, queryset=Grid.objects.visible_to(request.user, caps.VIEW), request=request)


@page(caps.VIEW)
def list(request):
    """The grids of the own area with their workers; hints where the size or the cover is unusual."""
    filters, at = found(request), timezone.now()
    shown = page_of(filters.qs, request.GET.get("page", 1), shape=lambda rows: rows.with_worker(at))
    span = services.usual_range()
    places, day = places_for(request.user, caps.VIEW), timezone.localdate(at)
    gaps = services.villages_without_grid(places, day=day).order_by("path")
    context = {
        "page": shown,
        "rows": [{"grid": grid, "size": grid.size(span), "worker": responsible(grid)} for grid in shown.rows],
        "form": filters.form,
        "span": span,
        "gaps": gaps[:GAPS_SHOWN],
        "gap_count": gaps.count(),
        "outside_count": services.households_outside(services.with_cover(places, day=day)).count(),
        "tabs": rooms(request, "mesh_list"),
        "may_edit": may(request.user, caps.EDIT),
        "may_set_range": may(request.user, caps.STANDARD),
        "breadcrumb": [(_("网格"), "")],
    }
    return render(request, f"grids/mesh/{'_rows' if is_htmx(request) else 'list'}.html", context)


def responsible(grid):
    """The assignment of the responsible worker, among those `with_worker` read; None where there is none."""
    return next((one for one in grid.serving if one.is_responsible), None)


@page(caps.VIEW)
def export(request):
    """Excel or CSV of the filtered rows."""
    rows = sheet_rows(found(request).qs.order_by("place_path"), at=timezone.now())
    return download(request, _("网格清单"), COLUMNS, rows)


def seen(request, code, capability=caps.VIEW):
    return find(Grid.objects.with_worker(timezone.now()), request.user, capability, code=code)


def shown_grid(request, grid, form=None):
    """The page of a grid; `form` is the assignment that was refused."""
    may_edit, at, span = may(request.user, caps.EDIT, grid), timezone.now(), services.usual_range()
    day = timezone.localdate(at)
    past = Assignment.objects.with_person().filter(grid=grid, ends__lte=at)
    context = {
        "grid": grid,
        "size": grid.size(span),
        "span": span,
        "is_active": grid.is_active(day),
        "is_open": grid.active_until is None,
        "related": related(grid),
        "overlaps": services.neighbours_on(grid, day=day),
        "past": past[:PAST_SHOWN],
        "changes": grid.changes.select_related("by")[:CHANGES_SHOWN],
        "may_edit": may_edit,
        "form": form or (AssignForm(workers=services.workers_for(grid, at=at)) if may_edit else None),
        "breadcrumb": trail((grid.code, "")),
    }
    return render(request, "grids/mesh/detail.html", context, status=422 if form and form.errors else 200)


def related(grid):
    """(what they are to this one, grids): what came before and after it, and what lies in what. What is empty is left out."""
    found = (
        (_("由此接续"), grid.successors.all()),
        (_("前身"), grid.predecessors.all()),
        (_("所在基础网格"), grid.inside.all()),
        (_("内有专属网格"), grid.holds.all()),
    )
    return [(label, grids) for label, rows in found if (grids := [*rows])]


@page(caps.VIEW, of="mesh")
def detail(request, code):
    """One grid: what and where it is, who serves it, what changed."""
    return shown_grid(request, seen(request, code))


@action(caps.EDIT)
def create(request):
    """A new grid of a village within reach."""
    places = places_for(request.user, caps.EDIT)
    cascade = cascade_of(request, places, url=request.path, start=request.GET.get("village", ""))
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = with_place(request, cascade) if request.method == "POST" else None
    form = NewGridForm(data, villages=places.filter(level="village"))
    if asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid() and (grid := made(request, form)):
        messages.success(request, _("已建立网格 %(code)s，请指定责任网格员。") % {"code": grid.code})
        return redirect(grid)
    context = {"form": form, "cascade": cascade, "breadcrumb": trail((_("新建网格"), ""))}
    return render(request, "grids/mesh/form.html", context, status=422 if form.errors else 200)


def made(request, form):
    """The new grid, or None: a refusal becomes an error of the form."""
    try:
        return services.create_grid(by=request.user, at=timezone.now(), **form.facts())
    except services.MeshRefused as refused:
        form.add_error(None, str(refused))
        return None


@action(caps.EDIT, of="mesh")
def edit(request, code):
    """What may change about a grid."""
    grid = seen(request, code, caps.EDIT)
    form = EditGridForm(request.POST if request.method == "POST" else None, instance=grid)
    if form.is_bound and saved(form, lambda: changed(request, form)):
        messages.success(request, _("已保存。"))
        return redirect(grid)
    context = {"form": form, "grid": grid, "breadcrumb": trail((grid.code, grid.get_absolute_url()), (_("修改"), ""))}
    return render(request, "grids/mesh/form.html", context, status=422 if form.errors else 200)


def changed(request, form):
    inside = form.cleaned_data.get("inside")
    return services.change_grid(form.instance, form.changed_data, by=request.user, at=timezone.now(), inside=inside)


@action(caps.EDIT, of="mesh")
def assign(request, code):
    """Let a worker serve the grid, as the responsible one or a deputy."""
    grid, at = seen(request, code, caps.EDIT), timezone.now()
    form = AssignForm(request.POST if request.method == "POST" else None, workers=services.workers_for(grid, at=at))
    if form.is_bound and form.is_valid():
        try:
            made = services.assign(grid, form.cleaned_data["post"], form.cleaned_data["duty"], by=request.user, at=at)
        except services.MeshRefused as refused:
            form.add_error(None, str(refused))
        else:
            said = {"name": made.post.user.name, "duty": made.get_duty_display()}
            messages.success(request, _("%(name)s 现为%(duty)s。") % said)
            return redirect(grid)
    return shown_grid(request, grid, form)


@action(caps.EDIT, of="mesh")
def dismiss(request, code, pk):
    """End an assignment after asking once."""
    grid = seen(request, code, caps.EDIT)
    standing = Assignment.objects.standing().with_person().filter(grid=grid, pk=pk).first()
    if request.method == "POST":
        if standing is None:
            raise Http404
        services.end_assignment(standing, by=request.user, at=timezone.now())
        messages.success(request, _("已免去%(name)s的分工。") % {"name": standing.post.user.name})
        return redirect(grid)
    context = {"grid": grid, "standing": standing, "breadcrumb": trail((grid.code, grid.get_absolute_url()), (_("免去分工"), ""))}
    return render(request, "grids/mesh/dismiss.html", context)


@action(caps.STANDARD)
def usual_size(request):
    """How many households a base grid usually has: data, with its source."""
    form = RangeForm(request.POST if request.method == "POST" else None, instance=services.usual_range())
    if form.is_bound and saved(form, form.save):
        messages.success(request, _("已保存。"))
        return redirect("mesh_usual_size")
    context = {"form": form, "breadcrumb": [(_("网格规模标准"), "")]}
    return render(request, "grids/mesh/usual_size.html", context, status=422 if form.errors else 200)
