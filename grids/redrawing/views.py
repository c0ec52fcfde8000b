"""The pages of a redrawing: split, merge or close a grid, and the record of all that was redrawn."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.web.listing import page_of
from governance.web.page import action, find, page
from grids.mesh.models import Grid
from grids.mesh.permissions import EDIT, VIEW
from grids.mesh.services import MeshRefused, workers_for
from grids.mesh.views import responsible, rooms, trail
from grids.redrawing import services
from grids.redrawing.forms import CloseForm, MergeForm, Parts, SplitForm, check_parts
from grids.redrawing.models import Redrawing
from grids.redrawing.rules import LEAST, MOST


@page(VIEW)
def list(request):
    """What was redrawn within reach, newest first."""
    rows = Redrawing.objects.visible_to(request.user, VIEW)
    context = {
        "page": page_of(rows, request.GET.get("page"), shape=lambda found: found.for_list()),
        "today": timezone.localdate(),
        "tabs": rooms(request, "redrawing_list"),
        "breadcrumb": trail((_("调整记录"), "")),
    }
    return render(request, "grids/redrawing/list.html", context)


def seen(request, code):
    return find(Grid.objects.with_worker(timezone.now()), request.user, EDIT, code=code)


def beside(grid):
    """Grids of the same village and kind that are in use and stay so."""
    day = timezone.localdate()
    return Grid.objects.active(day).filter(place=grid.place_id, kind=grid.kind, active_until=None).exclude(pk=grid.pk)


def posted(request):
    return request.POST if request.method == "POST" else None


def tried(request, form, act):
    """Do it; a refusal becomes an error of the form. True where it was done."""
    try:
        done = act()
    except MeshRefused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, told(done))
    return True


def told(done):
    names = "、".join(grid.code for grid in done.opened.all())
    opened = _("新网格：%(names)s。") % {"names": names} if names else ""
    moved = _("已转交未办结事件 %(count)s 件。") % {"count": done.carried} if done.carried else ""
    return _("已登记%(way)s。%(opened)s%(moved)s") % {"way": done.get_way_display(), "opened": opened, "moved": moved}


def shown(request, name, grid, form, **more):
    if grid.active_until and not form.is_bound:
        messages.error(request, _("“%(name)s”已经停用或已安排停用。") % {"name": grid.name})
        return redirect(grid)
    title = {"split": _("拆分网格"), "merge": _("合并网格"), "close": _("停用网格")}[name]
    context = {
        "grid": grid,
        "form": form,
        "title": title,
        "open_count": services.open_reports(grid).count(),
        "breadcrumb": trail((grid.code, grid.get_absolute_url()), (title, "")),
        **more,
    }
    wrong = form.is_bound and (form.errors or more.get("wrong"))
    return render(request, f"grids/redrawing/{name}.html", context, status=422 if wrong else 200)


@action(EDIT, of="mesh")
def split(request, code):
    """One grid becomes several; `parts` in the address says how many."""
    grid, at = seen(request, code), timezone.now()
    count = int(given) if (given := request.GET.get("parts", "")).isdigit() and LEAST <= int(given) <= MOST else LEAST
    initial = [{"name": f"{grid.name}{mark}", "area": grid.area} for mark in "甲乙丙丁戊己庚辛"[:count]]
    if serving := responsible(grid):
        initial[0]["post"] = serving.post
    parts = Parts(posted(request), initial=initial, form_kwargs={"workers": workers_for(grid, at=at)}, prefix="part")
    form = SplitForm(posted(request), today=timezone.localdate(at), parts=parts.total_form_count())
    form.rowset = parts
    valid = form.is_bound and check_parts(form, parts, grid)
    if valid and tried(request, form, lambda: splitting(request, grid, form, parts, at=at)):
        return redirect(grid)
    counts = range(LEAST, MOST + 1)
    return shown(request, "split", grid, form, parts=parts, count=parts.total_form_count(), counts=counts, wrong=not valid)


def splitting(request, grid, form, parts, *, at):
    facts = {name: form.cleaned_data[name] for name in ("heir", "day", "reason", "keeps_deputies")}
    return services.split(grid, [part.cleaned_data for part in parts], by=request.user, at=at, **facts)


@action(EDIT, of="mesh")
def merge(request, code):
    """Several grids of a village become one."""
    grid, at = seen(request, code), timezone.now()
    serving = responsible(grid)
    initial = {"name": grid.name, "area": grid.area, "post": serving and serving.post}
    choices = {"others": beside(grid), "workers": workers_for(grid, at=at)}
    form = MergeForm(posted(request), initial=initial, today=timezone.localdate(at), **choices)
    if form.is_bound and form.is_valid() and tried(request, form, lambda: merging(request, grid, form, at=at)):
        return redirect(grid)
    return shown(request, "merge", grid, form)


def merging(request, grid, form, *, at):
    facts = {name: form.cleaned_data[name] for name in ("name", "area", "post", "day", "reason", "keeps_deputies")}
    return services.merge([grid, *form.cleaned_data["others"]], by=request.user, at=at, **facts)


@action(EDIT, of="mesh")
def close(request, code):
    """A grid ends; another one of the village may take over what is open."""
    grid, at = seen(request, code), timezone.now()
    form = CloseForm(posted(request), today=timezone.localdate(at), heirs=beside(grid))
    if form.is_bound and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("heir", "day", "reason")}
        if tried(request, form, lambda: services.close(grid, by=request.user, at=at, **facts)):
            return redirect(grid)
    return shown(request, "close", grid, form, left=services.left_behind(grid, day=timezone.localdate(at)))
