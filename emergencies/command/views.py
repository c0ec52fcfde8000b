"""The command board of an incident and what is done from it; the tasks as cases; the register of teams."""

from dataclasses import fields
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.command import permissions as caps
from emergencies.command import services
from emergencies.command.enums import OPEN, Standing, State
from emergencies.command.filters import TaskFilter
from emergencies.command.forms import DeployForm, FilesForm, LogForm, TaskForm, TaskStepForm, TeamForm
from emergencies.command.models import CommandTask, Team
from emergencies.command.sheet import COLUMNS, LINE_WORDS, sheet_rows
from emergencies.incidents.enums import GRADE_TONES, RESPONSE_TONES, UNDER_WAY, Figure
from emergencies.incidents.models import Incident
from emergencies.incidents.views import WORK as INCIDENTS
from emergencies.plans.permissions import VIEW as VIEW_PLANS
from governance import registry
from governance.access.scope import may, places_for
from governance.deadlines.models import Deadline
from governance.flow.engine import StepRefused
from governance.places.models import Place
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework, shown_files
from governance.web.listing import page_of
from governance.web.page import action, find, is_htmx, page
from governance.web.presence import present
from governance.web.steps import buttons

LINES_SHOWN, BOARD_FORMS = 60, {"log": LogForm, "files": FilesForm}
TEAMS = gettext_lazy("应急队伍")


def links(request):
    found = [{"label": TEAMS, "url": reverse("command_teams")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("command_export"), "icon": "download", "needs_rows": True})
    return found


def tabs(request):
    found = [(_("待签收"), {"state": State.ISSUED.value}), (_("执行中"), {"state": State.WORKING.value})]
    if may(request.user, caps.ACT):
        found.insert(0, (_("本单位的"), {"holder": MINE}))
    return found


def case_links(request, task):
    if not may(request.user, caps.BOARD, task.incident):
        return []
    return [{"label": _("指挥板"), "url": reverse("command_board", args=[task.incident.number]), "main": True}]


WORK = Casework(
    model=CommandTask,
    view=caps.VIEW,
    filter=TaskFilter,
    form=TaskStepForm,
    title=gettext_lazy("应急处置任务"),
    parts=("emergencies/command/_task.html",),
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.ISSUE, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("应急处置任务"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The tasks of every incident within reach: first due first."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="command")
def detail(request, number):
    """The task: what is to be done, and what can be answered now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="command", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


class BoardWork(Casework):
    """The steps of an incident, taken from its board: they lead back to it."""

    def step_url(self, case, name):
        return reverse("command_step", args=[case.number, name])

    def _answered(self, request, case):
        url = board_url(case) if may(request.user, caps.BOARD, case) else case.get_absolute_url()
        return HttpResponse(headers={"HX-Redirect": url}) if is_htmx(request) else redirect(url)


BOARD = BoardWork(**{part.name: getattr(INCIDENTS, part.name) for part in fields(Casework)})


def board_url(incident):
    return reverse("command_board", args=[incident.number])


def seen(request, number, by=caps.BOARD):
    return find(Incident.objects.for_detail(), request.user, by, number=number)


def gives_orders(user, incident):
    """An office that was merely given a task sees the board and writes into its log; others give the orders."""
    return may(user, caps.ISSUE, incident) and incident.is_run_by(user.acting_post.office_id)


def running(request, number):
    """The incident, for one who gives orders."""
    incident = seen(request, number, caps.ISSUE)
    if not gives_orders(request.user, incident):
        raise Http404
    return incident


def live(request, incident):
    """What moves on the board: tasks, forces, log, reports, and what other procedures tell beside it."""
    now = timezone.now()
    tasks = [*incident.tasks.select_related("office", "team").order_by("-opened_at", "-pk")]
    tasks.sort(key=lambda task: (task.state not in OPEN, task.due_at or task.finish_by))
    units = Deadline.objects.first_units([(CommandTask, task.pk) for task in tasks if task.due_at])
    for task in tasks:
        task.unit = units.get((CommandTask, task.pk))
        task.url = task.get_absolute_url() if may(request.user, caps.VIEW, task) else ""
    beside = [found for build in registry.declared("beside_incident") if (found := build(incident, by=request.user))]
    return {
        "incident": incident,
        "mark": services.mark_of(incident, at=now),
        "at": now,
        "tasks": tasks,
        "signing_time": services.signing_time(tasks),
        "deployments": incident.deployments.select_related("team").order_by("standing", "-changed_at"),
        "standings": Standing.choices,
        "log": incident.log.newest()[:LINES_SHOWN],
        "reports": incident.reports.select_related("office", "told").order_by("-serial"),
        "clocks": [*Deadline.objects.of(incident).still_open().exclude(term="incidents.supplement").select_related("limit", "office")],
        "beside": beside,
        "figures": [(Figure(name), value) for name, value in incident.figures.items()],
        "grade_tone": GRADE_TONES.get(incident.grade, ""),
        "response_tone": RESPONSE_TONES.get(incident.response, ""),
        "may_issue": incident.state in UNDER_WAY and gives_orders(request.user, incident),
        "may_log": incident.is_ongoing and may(request.user, caps.LOG, incident),
    }


def plans_of(user, incident):
    """The plans that apply, with whom to call; where there is none, who owes one."""
    plans = [*services.applicable_plans(incident)]
    missing = reverse("plans_missing") if not plans and may(user, VIEW_PLANS) else ""
    owing = "、".join(office.name for office in services.owing_plan(incident)) if not plans else ""
    return {"plans": plans, "owing": owing or _("所在地人民政府"), "missing_url": missing, "scenario": incident.kind.get_scenario_display()}


def drawn(request, incident, *, status=200, **forms):
    """The whole board, with a form that was refused as it was typed."""
    context = {
        **live(request, incident),
        **buttons(incident, request.user, lambda step: BOARD.step_url(incident, step.name)),
        "forms": {name: forms.get(name) or build() for name, build in BOARD_FORMS.items()},
        **plans_of(request.user, incident),
        "files": shown_files(incident),
        "work": BOARD,
        "case": incident,
        "present": present(incident, request.user),
        "breadcrumb": [(INCIDENTS.title, INCIDENTS.list_url), (incident.number, incident.get_absolute_url()), (_("指挥板"), "")],
    }
    return render(request, "emergencies/command/board.html", context, status=status)


@page(caps.BOARD, of="incidents", by=caps.BOARD)
def board(request, number):
    """The whole incident on one page; what moves on it is asked for again every few seconds."""
    return drawn(request, seen(request, number))


@page(caps.BOARD, of="incidents", by=caps.BOARD)
def board_live(request, number):
    """What moves, for a page that is open already; an empty answer where nothing did."""
    incident = seen(request, number)
    if request.GET.get("mark") == services.mark_of(incident, at=timezone.now()):
        return HttpResponse(status=204)
    return render(request, "emergencies/command/_live.html", live(request, incident))


@action(caps.BOARD, of="incidents", by="step")
def step(request, number, step):
    """A step of the incident, taken from the board."""
    return BOARD.step_page(request, number, step)


def wrote(request, act, form, **given):
    """Whether the service took what was typed; a refusal stands above the form."""
    try:
        act(by=request.user, at=timezone.now(), **given)
    except StepRefused as refused:
        form.add_error(None, str(refused))
        return False
    return True


@action(caps.LOG, of="incidents", by=caps.LOG)
def write_log(request, number):
    """A line of the log; a GET leads to the board."""
    incident = seen(request, number, caps.LOG)
    if request.method != "POST":
        return redirect(board_url(incident))
    form = LogForm(request.POST)
    if form.is_valid() and wrote(request, lambda **who: services.note(incident, **form.cleaned_data, **who), form):
        return redirect(f"{board_url(incident)}#log")
    return drawn(request, incident, status=422, log=form)


@action(caps.LOG, of="incidents", by=caps.LOG)
def add_files(request, number):
    """Files from the scene."""
    incident = seen(request, number, caps.LOG)
    if request.method != "POST":
        return redirect(board_url(incident))
    form = FilesForm(request.POST, request.FILES)
    if form.is_valid() and wrote(request, lambda **who: services.keep_files(incident, form.cleaned_data["files"], **who), form):
        return redirect(f"{board_url(incident)}#files")
    return drawn(request, incident, status=422, files=form)


def one_form(request, incident, form, title, submit):
    back = board_url(incident)
    trail = [(INCIDENTS.title, INCIDENTS.list_url), (incident.number, incident.get_absolute_url()), (_("指挥板"), back), (title, "")]
    context = {"form": form, "title": title, "back": back, "submit": submit, "breadcrumb": trail}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


@action(caps.ISSUE, of="incidents", by=caps.ISSUE)
def issue(request, number):
    """A task for an office, with or without a team."""
    incident = running(request, number)
    form = TaskForm(request.POST if request.method == "POST" else None, incident=incident, initial={"submission": uuid4()})
    if form.is_bound and form.is_valid() and wrote(request, lambda **who: services.issue(incident, **form.cleaned_data, **who), form):
        messages.success(request, _("任务已下达。"))
        return redirect(board_url(incident))
    return one_form(request, incident, form, _("下达任务"), _("下达"))


@action(caps.ISSUE, of="incidents", by=caps.ISSUE)
def deploy(request, number):
    """Ask for a team or for equipment."""
    incident = running(request, number)
    form = DeployForm(request.POST if request.method == "POST" else None, incident=incident)
    if form.is_bound and form.is_valid() and wrote(request, lambda **who: services.deploy(incident, **form.cleaned_data, **who), form):
        messages.success(request, _("已记录。"))
        return redirect(board_url(incident))
    return one_form(request, incident, form, _("调派力量"), _("调派"))


@action(caps.ISSUE, of="incidents", by=caps.ISSUE)
def move(request, number, key):
    """Where it is now; a GET leads to the board."""
    incident = running(request, number)
    sent = incident.deployments.filter(pk=key).first()
    if request.method == "POST" and sent is not None and request.POST.get("standing") in Standing.values:
        try:
            services.move(sent, request.POST["standing"], by=request.user, at=timezone.now())
        except StepRefused as refused:
            messages.error(request, str(refused))
    return redirect(f"{board_url(incident)}#forces")


@page(caps.BOARD)
def teams(request):
    """The teams within the city, and what they can do."""
    rows = Team.objects.in_use() if request.GET.get("left") != "1" else Team.objects.order_by()
    context = {
        "page": page_of(rows.for_list(), request.GET.get("page", 1)),
        "may_keep": may(request.user, caps.TEAMS),
        "breadcrumb": [(WORK.title, WORK.list_url), (TEAMS, "")],
    }
    return render(request, "emergencies/command/teams.html", context)


@action(caps.TEAMS)
def create_team(request):
    """Enter a team; it stands where the office does, or at a place below."""
    home = request.user.acting_post.office
    places = places_for(request.user, caps.TEAMS) if home.is_territorial else Place.objects.in_use().below(home.place.path)
    cascade = cascade_of(request, places, url=request.path)
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = with_place(request, cascade) if request.method == "POST" else None
    form = TeamForm(data, user=request.user)
    place = places.filter(pk=data.get("place") or 0).first() if data is not None else None
    if form.is_bound and asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid():
        services.keep_team(None, by=request.user, at=timezone.now(), place=place or home.place, **form.cleaned_data)
        messages.success(request, _("已登记。"))
        return redirect("command_teams")
    trail = [(WORK.title, WORK.list_url), (TEAMS, reverse("command_teams")), (_("登记应急队伍"), "")]
    context = {"form": form, "cascade": cascade, "breadcrumb": trail}
    return render(request, "emergencies/command/team_form.html", context, status=422 if form.errors else 200)


@action(caps.TEAMS, of="teams")
def team(request, pk):
    """Put a team's entry right, or take it out of use."""
    kept = find(Team.objects.select_related("place", "office"), request.user, caps.TEAMS, pk=pk)
    form = TeamForm(request.POST if request.method == "POST" else None, team=kept, user=request.user)
    if form.is_bound and form.is_valid():
        services.keep_team(kept, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已保存。"))
        return redirect("command_teams")
    back = reverse("command_teams")
    context = {"form": form, "title": kept.name, "back": back, "breadcrumb": [(TEAMS, back), (kept.name, "")]}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


def panel(request, case):
    """The way from an incident to its board, with what is out there now."""
    if not isinstance(case, Incident) or case.verified_at is None or not may(request.user, caps.BOARD, case):
        return None
    tasks = case.tasks.select_related("office").order_by("-opened_at")
    shown = [(task, may(request.user, caps.VIEW, task)) for task in tasks]
    return {"template": "emergencies/command/_of_incident.html", "tasks": shown, "url": board_url(case)}
