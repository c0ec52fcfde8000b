"""Issues tasks, keeps the log, sends and moves what was sent, and tells in the log by itself what happens to incident and tasks.

Everything here is in PostgreSQL when the person gets an answer; nothing of the board asks Redis or a worker.
"""

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from emergencies.command import terms
from emergencies.command.enums import LogKind, Standing
from emergencies.command.models import CommandTask, Deployment, LogLine, Team
from emergencies.command.rules import average, minutes_between
from emergencies.incidents.enums import UNDER_WAY
from emergencies.incidents.models import Incident
from emergencies.incidents.services import let_in
from emergencies.plans.models import Plan
from emergencies.plans.services import OWING
from governance.cases.rules import title_of
from governance.cases.services import next_number
from governance.files.services import attach
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.timeline.record import record
from governance.web.casework.creating import submitted_before

SILENT = {"incidents.remind", "incidents.erase_contact", "command.remind", "command.issue"}
PLANS_SHOWN = 8

remindable("command")


def issue(incident, office, *, instruction, finish_by, by, at, team=None, urgent=False, title="", submission=None):
    """Give an office a task; returns the `CommandTask`. The office sees the incident from now on. The same `submission` never issues twice.

    Raises `StepRefused` where the incident is over, or keeps the office out.
    """
    if earlier := submitted_before(CommandTask, submission):
        return earlier
    try:
        with transaction.atomic():
            incident = _locked(incident, at_work=True)
            task = CommandTask(
                number=next_number(at=at), title=title or title_of(instruction) or _("处置任务"), place=incident.place, incident=incident,
                instruction=instruction, team=team, urgent=urgent, finish_by=finish_by, submission=submission,
                issued_for=by.acting_post.office if by.acting_post else None, barred_ids=incident.barred_ids,
                barred_people=incident.barred_people,
            )  # fmt: skip
            task.office_ids = list(incident.office_ids)  # whoever sees the incident sees who does what
            task.hand_to(office)
            engine.begin(task, by=by, at=at)
            let_in(incident, office)
            told = _("下达任务 %(number)s") % {"number": task.number}
            record(incident, "command.issued", told, by=by, at=at, data={"number": task.number})
            incident.save(update_fields=["version", "office_ids"])
            write(
                incident,
                LogKind.DECISION,
                _("向%(office)s下达任务：%(what)s") % {"office": office.short_name, "what": task.title},
                by=by,
                at=at,
            )
    except IntegrityError:
        return CommandTask.objects.get(submission=submission)
    return task


def _locked(incident, *, at_work):
    """The incident's row, locked; one that is over takes neither tasks nor lines."""
    found = engine.lock(incident)
    if not found.is_ongoing or (at_work and found.state not in UNDER_WAY):
        raise engine.StepRefused(_("该事件处置已经结束。"))
    return found


def write(incident, kind, text, *, by, at):
    """A line of the log."""
    office = by.acting_post.office if by is not None and by.acting_post else None
    return LogLine.objects.create(incident=incident, kind=kind, text=text, by=by, office=office, at=at)


@transaction.atomic
def note(incident, *, kind, text, by, at):
    """What somebody writes into the log while the incident is not closed."""
    return write(_locked(incident, at_work=False), kind, text, by=by, at=at)


@transaction.atomic
def keep_files(incident, files, *, by, at):
    """Files from the scene, for those who may see the incident."""
    incident = _locked(incident, at_work=False)
    for file in files:
        attach(incident, file, by=by, at=at, public=False)
    told = _("上传文件 %(count)s 个：%(names)s") % {"count": len(files), "names": "、".join(one.name for one in files)}
    write(incident, LogKind.SITUATION, told, by=by, at=at)


@transaction.atomic
def deploy(incident, *, what, amount, unit, by, at, team=None, standing=Standing.ASKED):
    """Ask for a team or for equipment."""
    incident = _locked(incident, at_work=True)
    sent = Deployment.objects.create(
        incident=incident, team=team, what=what, amount=amount, unit=unit, standing=standing, asked_at=at, changed_at=at, by=by
    )
    write(incident, LogKind.DECISION, _("调派力量：%(what)s，%(standing)s") % _told(sent), by=by, at=at)
    return sent


def _told(sent):
    return {"what": str(sent), "standing": sent.get_standing_display()}


@transaction.atomic
def move(sent, standing, *, by, at):
    """Where it is now; the same twice writes nothing."""
    sent = Deployment.objects.select_for_update(of=("self",)).get(pk=sent.pk)
    if sent.standing != standing:
        incident = _locked(sent.incident, at_work=False)
        sent.standing, sent.changed_at = standing, at
        sent.save(update_fields=["standing", "changed_at"])
        write(incident, LogKind.SITUATION, _("%(what)s：%(standing)s") % _told(sent), by=by, at=at)
    return sent


def keep_team(team, *, by, at, **facts):
    """Enter a team, or put its entry right; the office that enters it keeps it."""
    team = team or Team(office=by.acting_post.office)
    for name, value in facts.items():
        setattr(team, name, value)
    team.place_path, team.updated_at, team.office_ids = team.place.path, at, [team.office_id]
    team.save()
    return team


@engine.after("command", "acknowledge", "decline")
def note_acknowledged(task, taken):
    """How long it took, and whether that was in time."""
    clock = taken.clocks.met.get(terms.ACKNOWLEDGE.name)
    task.acknowledged_at, task.minutes = taken.at, minutes_between(task.opened_at, taken.at)
    task.kept = clock.was_kept if clock else None


@engine.after("command", "send_back", "move")
def refuse_past(task, taken):
    if task.finish_by <= taken.at:
        raise engine.StepRefused(_("完成时限须晚于现在。"))
    if task.incident.state not in UNDER_WAY:
        raise engine.StepRefused(_("该事件处置已经结束。"))


@engine.unless("incidents", "end", "dismiss", "merge")
def tasks_to_do(incident):
    """Nothing is over while somebody is still out there."""
    left = incident.tasks.to_do().count()
    return _("还有 %(count)s 项处置任务没有完成，请先完成或者撤销。") % {"count": left} if left else ""


def tell(event, case):
    """Listener: what happens to the incident and its tasks stands in the log by itself, with what was said."""
    if event.kind in SILENT or not isinstance(case, (Incident, CommandTask)):
        return
    procedure, _dot, step = event.kind.partition(".")
    if procedure == "deadline" and step == "lapsed":
        _note_late(event, case)
    elif procedure == case.flow.procedure:
        kind = LogKind.SOURCE if step == "source_update" else LogKind.STEP
        _write_event(event, case, kind, f"{event.label}：{event.note}" if event.note else event.label)


def _note_late(event, case):
    if isinstance(case, CommandTask) and event.data["term"] == terms.ACKNOWLEDGE.name:
        CommandTask.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False
    _write_event(event, case, LogKind.STEP, event.label)


def _write_event(event, case, kind, text):
    incident, named = (case.incident_id, f"任务“{case.title}”") if isinstance(case, CommandTask) else (case.pk, "")
    office = event.post.office_id if event.post_id else None
    LogLine.objects.create(incident_id=incident, kind=kind, text=f"{named}{text}", by_id=event.by_id, office_id=office, at=event.at)


def applicable_plans(incident):
    """The plans in force that apply to its scenario: of the unit it happened at, of the offices that have to do with it, and of the
    governments in whose area the place lies."""
    lines = ancestors(incident.place_path)
    rows = Plan.objects.in_force().filter(scenarios__contains=[incident.kind.scenario], owner__place__path__in=lines)
    own = {incident.site_id, incident.office_id, incident.command_office_id, incident.reporter_id, *incident.office_ids}
    rows = rows.filter(Q(owner__in=own - {None}) | Q(owner__type=OfficeType.GOVERNMENT))
    return rows.select_related("owner").order_by("-place_path", "owner__name", "pk")[:PLANS_SHOWN]


def owing_plan(incident):
    """[Office] that would have to have a plan for it: who leads, and the nearest government (Art. 31)."""
    lines = ancestors(incident.place_path)
    governments = Office.objects.in_use().filter(type=OfficeType.GOVERNMENT, place__path__in=lines)
    found = [incident.office, governments.order_by("-place__path").first()]
    return [*dict.fromkeys(one for one in found if one is not None and one.type in OWING)]


def mark_of(incident, *, at):
    """What changes whenever the board shows something else; at the latest every minute, so that its clocks move."""
    last = incident.log.order_by("-pk").values_list("pk", flat=True).first() or 0
    return f"{incident.version}-{last}-{at:%H%M}"


def signing_time(tasks):
    """The mean of the minutes until the tasks were signed for; None as long as none was."""
    return average([task.minutes for task in tasks if task.minutes is not None])
