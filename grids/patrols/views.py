"""The pages of patrols: the worker's way from point to point, the worklist, the month of a grid, and what the offices keep."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.calendar.months import month_after, month_before, month_typed
from governance.deadlines.models import Deadline
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.pages import Casework
from governance.web.holding import still_held, tell_refused, typed
from governance.web.listing import page_of
from governance.web.page import action, find, page
from grids.mesh.models import Grid
from grids.patrols import permissions as caps
from grids.patrols import services
from grids.patrols.enums import TO_WALK, State
from grids.patrols.filters import FOUND, OWN, UNSERVED, PatrolFilter
from grids.patrols.filters import TO_WALK as WAITING
from grids.patrols.forms import CheckItemSet, CheckListForm, PatrolStepForm, PlanForm, PointForm, RouteForm, RoutePointSet
from grids.patrols.models import CheckList, Patrol, Plan, Route
from grids.patrols.rules import chosen_point, first_answers
from grids.patrols.sheet import COLUMNS, LINE_WORDS, sheet_rows

MOST_GRIDS = 200


def links(request):
    """What stands above the list."""
    found = [{"label": _("月历"), "url": reverse("patrols_calendar")}]
    for label, name, gate in ((_("巡查路线"), "patrols_routes", caps.DRAW), (_("巡查计划"), "patrols_plans", caps.PLAN)):
        if may(request.user, gate):
            found.append({"label": label, "url": reverse(name)})
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("patrols_export"), "icon": "download", "needs_rows": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = [(_("我的网格"), {"state": WAITING, "grids": OWN})] if may(request.user, caps.WALK) else []
    if may(request.user, caps.PLAN):
        found.append((_("没有网格员"), {"state": UNSERVED}))
    return [
        *found,
        (_("逾期待补巡"), {"state": State.OVERDUE.value}),
        (_("漏巡"), {"state": State.MISSED.value}),
        (_("发现问题"), {"state": FOUND}),
    ]


def case_links(request, patrol):
    month = {"grid": patrol.grid.code, "month": f"{patrol.period_first:%Y-%m}"}
    found = [{"label": _("本网格月历"), "url": f"{reverse('patrols_calendar')}?grid={month['grid']}&month={month['month']}"}]
    if can_walk(request.user, patrol):
        found.append({"label": _("去巡查"), "url": reverse("patrols_walk", args=[patrol.number]), "main": True})
    return found


def can_walk(user, patrol):
    """Whether the person serves the grid, and the patrol waits."""
    return patrol.state in TO_WALK and may(user, caps.WALK, patrol) and services.serves(user, patrol, at=timezone.now())


def more(request, patrol):
    """The points with what was seen."""
    return {"points": services.points_of(patrol)}


WORK = Casework(
    model=Patrol,
    view=caps.VIEW,
    filter=PatrolFilter,
    form=PatrolStepForm,
    title=gettext_lazy("网格巡查"),
    parts=("grids/patrols/_facts.html", "grids/patrols/_points.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(
        Bulk("excuse", gettext_lazy("批量免除"), caps.PLAN, taking("excuse", gettext_lazy("已免除")), form=NoteForm),
        Bulk("remind", gettext_lazy("批量催办"), caps.SUPERVISE, taking("remind", gettext_lazy("已催办")), form=NoteForm),
    ),
    line_words=LINE_WORDS,
    export=(gettext_lazy("网格巡查清单"), COLUMNS, sheet_rows),
)


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
    """Excuse or press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="patrols")
def detail(request, number):
    """The patrol: left what was seen, right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="patrols", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


# The worker's way


@action(caps.WALK, of="patrols")
def walk(request, number):
    """From point to point, made for a phone: each is kept as soon as it is sent, so a closed browser loses nothing."""
    patrol, at = find(Patrol.objects.for_detail(), request.user, caps.WALK, number=number), timezone.now()
    points = services.points_of(patrol)
    point = chosen_point(points, request.POST.get("order") or request.GET.get("point", ""))
    if point is None or not can_walk(request.user, patrol):
        return walk_page(request, patrol, points)
    left = [item for item in services.items_of(patrol) if item.pk not in {one.item_id for one in point.seen if one.report_id}]
    form = PointForm(typed(request, at=at), items=left, at=at, initial=first_answers(point))
    if form.is_bound:
        tell_refused(request, form)
        if form.is_valid() and (answered := kept(request, patrol, form, at=at)):
            return answered
    return walk_page(request, patrol, points, point, form)


def kept(request, patrol, form, *, at):
    """Keep the point and go to the next; None where it was refused."""
    values = form.cleaned_data
    facts = {"note": values["note"], "held": values["held"], "by": request.user, "at": at}
    try:
        reports = services.answer_point(patrol, values["order"], values["results"], **facts)
    except services.PatrolRefused as refused:
        form.add_error(None, str(refused))
        return None
    if reports:
        messages.success(request, _("已保存，并上报 %(count)s 件网格事件。") % {"count": len(reports)})
    else:
        messages.success(request, _("已保存。"))
    return redirect("patrols_walk", patrol.number)


def walk_page(request, patrol, points, point=None, form=None):
    context = {
        "case": patrol,
        "limit_unit": Deadline.objects.first_units([(Patrol, patrol.pk)]).get((Patrol, patrol.pk)),
        "points": points,
        "point": point,
        "form": form,
        "can_walk": can_walk(request.user, patrol),
        "held": still_held(form, at=timezone.now()),
        "walked": patrol.total - patrol.left,
        "breadcrumb": [*WORK.way_to(patrol), (_("巡查"), "")],
    }
    return render(request, "grids/patrols/walk.html", context, status=422 if form is not None and form.errors else 200)


# The month of a grid


@page(caps.VIEW)
def calendar(request):
    """The patrols of a grid over a month, each on the day it was finished, or is due."""
    first = month_typed(request.GET.get("month", ""), today=timezone.localdate())
    before, after = month_before(first), month_after(first)
    of_month = Patrol.objects.visible_to(request.user, caps.VIEW).filter(period_first__lt=after, period_last__gte=first)
    offered = Grid.objects.filter(pk__in=of_month.values("grid")).order_by("place_path")[:MOST_GRIDS]
    grids = [*offered.values_list("code", "name", "place__short_name")]
    code = request.GET.get("grid", "") or services.own_grid(request.user, at=timezone.now()) or (grids[0][0] if grids else "")
    grid = Grid.objects.visible_to(request.user, caps.VIEW).filter(code=code).select_related("place").first()
    rows = of_month.filter(grid=grid).select_related("plan__checklist", "worker") if grid else []
    context = {
        "grid": grid,
        "grids": grids,
        "weeks": services.drawn_weeks(first, rows),
        "first": first,
        "before": f"{before:%Y-%m}",
        "after": f"{after:%Y-%m}",
        "breadcrumb": [(WORK.title, WORK.list_url), (_("月历"), "")],
    }
    return render(request, "grids/patrols/calendar.html", context)


# Routes


@page(caps.DRAW)
def routes(request):
    """The routes within reach, with what is planned on them."""
    found, asked = Route.objects.visible_to(request.user, caps.DRAW), request.GET.get("q", "").strip()[:40]
    if asked:
        found = found.filter(Q(name__icontains=asked) | Q(grid__name__icontains=asked) | Q(grid__code__startswith=asked))
    running = Count("plans", filter=Q(plans__stopped_at=None), distinct=True)
    counted = found.annotate(point_count=Count("points", distinct=True), plan_count=running)
    rows = page_of(counted.select_related("grid__place"), request.GET.get("page", 1))
    context = {"page": rows, "asked": asked, "breadcrumb": [(WORK.title, WORK.list_url), (_("巡查路线"), "")]}
    return render(request, "grids/patrols/routes.html", context)


@action(caps.DRAW)
def route_create(request):
    """A new route of a grid within reach."""
    grids = Grid.objects.visible_to(request.user, caps.DRAW).active(timezone.localdate())
    chosen = grids.filter(code=request.GET.get("grid", "")).values_list("pk", flat=True).first()
    form = RouteForm(request.POST or None, grids=grids, chosen=chosen)
    return route_page(request, form, Route(), RoutePointSet(request.POST or None, prefix="points"))


@action(caps.DRAW, of="patrol_route")
def route_edit(request, pk):
    """Draw a route anew; patrols that were made keep the points they have."""
    route = find(Route.objects.select_related("grid__place"), request.user, caps.DRAW, pk=pk)
    first = [{"name": one.name, "address": one.address, "position": one.position} for one in route.points.all()]
    points = RoutePointSet(request.POST or None, prefix="points", initial=first)
    return route_page(request, RouteForm(request.POST or None, route=route), route, points)


def route_page(request, form, route, points):
    form.rowset = points
    if request.method == "POST" and all([form.is_valid(), points.is_valid()]):
        route.name, route.active = form.cleaned_data["name"], form.cleaned_data["active"]
        route.grid = form.cleaned_data.get("grid") or route.grid
        services.draw(route, points.points, by=request.user, at=timezone.now())
        messages.success(request, _("已保存路线，共 %(count)s 个点位。") % {"count": len(points.points)})
        return redirect("patrols_routes")
    wrong = form.is_bound and not (form.is_valid() and points.is_valid())
    context = {
        "form": form, "points": points, "route": route,
        "breadcrumb": [(_("巡查路线"), reverse("patrols_routes")), (route.name or _("新建路线"), "")],
    }  # fmt: skip
    return render(request, "grids/patrols/route_form.html", context, status=422 if wrong else 200)


# Plans


@page(caps.PLAN)
def plans(request):
    """The plans within reach, the running ones first."""
    found = Plan.objects.visible_to(request.user, caps.PLAN).with_names().order_by("-stopped_at", "place_path", "pk")
    running, asked = request.GET.get("state") != "stopped", request.GET.get("q", "").strip()[:40]
    if asked:
        found = found.filter(Q(route__name__icontains=asked) | Q(route__grid__name__icontains=asked) | Q(checklist__label__icontains=asked))
    context = {
        "page": page_of(found.filter(stopped_at__isnull=running), request.GET.get("page", 1)),
        "running": running,
        "asked": asked,
        "today": timezone.localdate(),
        "tabs": [
            {"label": _("执行中"), "url": reverse("patrols_plans"), "active": running, "count": None},
            {"label": _("已停止"), "url": f"{reverse('patrols_plans')}?state=stopped", "active": not running, "count": None},
        ],
        "breadcrumb": [(WORK.title, WORK.list_url), (_("巡查计划"), "")],
    }
    return render(request, "grids/patrols/plans.html", context)


@action(caps.PLAN)
def plan_create(request):
    """Let several routes be walked by one list."""
    routes = Route.objects.visible_to(request.user, caps.PLAN).in_use()
    form = PlanForm(request.POST or None, routes=routes)
    if form.is_bound and form.is_valid():
        planned(request, **form.cleaned_data)
        return redirect("patrols_plans")
    context = {"form": form, "breadcrumb": [(_("巡查计划"), reverse("patrols_plans")), (_("安排巡查"), "")]}
    return render(request, "grids/patrols/plan_form.html", context, status=422 if form.errors else 200)


def planned(request, *, routes, **facts):
    """A plan for every route chosen; what is refused of them is said one by one."""
    done, made, at = 0, 0, timezone.now()
    for route in routes:
        try:
            made += services.make_plan(by=request.user, at=at, route=route, **facts).patrols.count()
            done += 1
        except services.PatrolRefused as refused:
            messages.warning(request, f"{route.grid.name} · {route.name}：{refused}")
    if done:
        told = _("已安排 %(count)s 项巡查计划，已生成 %(made)s 次巡查。") if made else _("已安排 %(count)s 项巡查计划，到期自动生成巡查。")
        messages.success(request, told % {"count": done, "made": made})


@action(caps.PLAN, of="patrol_plan")
def plan_stop(request, pk):
    """End a plan after asking once."""
    plan = find(Plan.objects.with_names(), request.user, caps.PLAN, pk=pk)
    if request.method == "POST":
        services.stop_plan(plan, by=request.user, at=timezone.now())
        messages.success(request, _("计划已停止，不再生成新的巡查。"))
        return redirect("patrols_plans")
    context = {"plan": plan, "breadcrumb": [(_("巡查计划"), reverse("patrols_plans")), (_("停止计划"), "")]}
    return render(request, "grids/patrols/plan_stop.html", context)


# Check lists


def require_city(user):
    """The check lists are the whole city's."""
    if not any(may(user, caps.LISTS, city) for city in Place.objects.at(Level.CITY)):
        raise PermissionDenied


def found_list(pk):
    checklist = CheckList.objects.filter(pk=pk).select_related("duty").first()
    if checklist is None:
        raise Http404
    return checklist


@page(caps.LISTS)
def checklists(request):
    """Every check list with the duty it serves and the version in use."""
    today = timezone.localdate()
    rows = (
        CheckList.objects.select_related("duty")
        .prefetch_related("versions")
        .annotate(running=Count("plans", filter=Q(plans__stopped_at=None)))
    )
    context = {"rows": [(row, row.duty.is_in_force(today)) for row in rows], "breadcrumb": [(_("巡查检查表"), "")]}
    return render(request, "grids/patrols/checklists.html", context)


@action(caps.LISTS, of="city")
def checklist_create(request):
    """A new check list."""
    require_city(request.user)
    return checklist_page(request, CheckList(order=CheckList.objects.count() + 1), None)


@action(caps.LISTS, of="city")
def checklist_edit(request, pk):
    """Change a check list; other items make another version, and what was done stays as it was done."""
    require_city(request.user)
    checklist = found_list(pk)
    return checklist_page(request, checklist, services.current_version(checklist))


def checklist_page(request, checklist, version):
    first = [services.row_of(item) for item in version.items.all()] if version else []
    form = CheckListForm(request.POST or None, instance=checklist, initial={"seen": version.number if version else None})
    form.rowset = items = CheckItemSet(request.POST or None, prefix="items", initial=first)
    valid = form.is_bound and all([form.is_valid(), items.is_valid()])
    if valid and published(request, form, items):
        return redirect("patrols_checklists")
    context = {
        "form": form, "items": items, "checklist": checklist, "version": version,
        "breadcrumb": [(_("巡查检查表"), reverse("patrols_checklists")), (checklist.label if version else _("新建检查表"), "")],
    }  # fmt: skip
    wrong = form.is_bound and not (valid and form.is_valid())
    return render(request, "grids/patrols/checklist_form.html", context, status=422 if wrong else 200)


def published(request, form, items):
    """Save the list; False where somebody else published another version meanwhile."""
    form.instance.code = form.instance.code or services.fresh_code()
    try:
        version = services.publish(form.instance, items.rows, by=request.user, at=timezone.now(), seen=form.cleaned_data["seen"])
    except services.PatrolRefused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("已保存，现为第%(number)s版。") % {"number": version.number})
    return True


@action(caps.LISTS, of="city")
def checklist_switch(request, pk):
    """Switch a check list on or off; on only while its duty is admitted (Art. 49)."""
    require_city(request.user)
    checklist = found_list(pk)
    if request.method == "POST":
        try:
            services.switch(checklist, on=request.POST.get("on") == "1", at=timezone.now())
            messages.success(request, _("已保存。"))
        except services.PatrolRefused as refused:
            messages.error(request, str(refused))
    return redirect("patrols_checklists")
