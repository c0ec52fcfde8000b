"""Plans the stages of a listed supervision, follows each by its own clock, and moves the end where an extension is granted."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due, last_day, last_moment
from governance.deadlines.ledger import Ledger
from governance.deadlines.rules import LAPSED
from governance.files.enums import AttachmentKind
from governance.files.services import attach
from governance.flow import engine
from governance.flow.extensions import extendable, settle
from governance.flow.table import SYSTEM
from governance.timeline.record import record
from supervision.listing.models import Stage
from supervision.listing.rules import plan_faults
from supervision.oversight import terms
from supervision.oversight.enums import State
from supervision.oversight.models import Finding
from supervision.oversight.services import group_above, refuse_late_request

ASK_BEFORE = "oversight.extension_ask_before"
PLANNABLE = (State.LISTED, State.PUBLISHED)
FAULTS = {
    "past": _("阶段目标的完成期限已过，请修改。"),
    "late": _("阶段目标的完成期限晚于挂牌督办期限，请修改。"),
    "unordered": _("阶段目标请按完成期限的先后填写。"),
}


@transaction.atomic
def plan(finding, rows, *, by, at):
    """Set the stages as (what, day) pairs, each with its clock; refused once one of them was reported."""
    finding = engine.lock(finding)
    if finding.state not in PLANNABLE or finding.stages.filter(reported_at__isnull=False).exists():
        raise engine.StepRefused(_("阶段目标已开始落实，不能再修改。"))
    if fault := plan_faults([day for _what, day in rows], today=timezone.localdate(at), last=finding.listed_until):
        raise engine.StepRefused(FAULTS[fault])
    finding.stages.all().delete()
    Stage.objects.bulk_create(Stage(finding=finding, position=n, what=what, by=day) for n, (what, day) in enumerate(rows, start=1))
    finding.stages_left = len(rows)
    record(finding, "oversight.plan", _("确定阶段目标"), by=by, at=at)
    clocks = Ledger(finding)
    for term in terms.STAGES[len(rows) :]:
        clocks.drop(term)
    clocks.start(*terms.STAGES[: len(rows)], at=at)
    clocks.close()
    finding.save(update_fields=["version", "stages_left", "due_at"])
    return finding


@engine.after("oversight", "report_stage")
def keep_stage(finding, taken):
    """A stage is reached: its proof is kept with it, its clock stops."""
    stage = taken.given["stage"]
    stage.told, stage.reported_at = taken.note[:500], taken.at
    stage.save(update_fields=["told", "reported_at"])
    facts = {"by": taken.by, "at": taken.at, "public": False, "kind": AttachmentKind.PROOF}
    stage.proofs.add(*(attach(finding, file, **facts) for file in taken.given["files"]))
    finding.stages_left = finding.stages.filter(reported_at=None).count()
    taken.clocks.meet(terms.STAGES[stage.position - 1], at=taken.at)


@engine.after("oversight", "ask_extension")
def refuse_late_ask(finding, taken):
    """At least so many working days before the end as the limit row says."""
    refuse_late_request(taken.clocks.open.get(terms.LISTED_TERM.name), ASK_BEFORE, at=taken.at)


@engine.after("oversight", "grant_extension")
def move_the_end(finding, taken):
    """The day the listing ends moves by what was asked for; the clock is counted to it below."""
    clock = taken.clocks.open[terms.LISTED_TERM.name]
    if asked := clock.extensions.filter(granted=None).first():
        limit = clock.limit
        counted = due(last_moment(finding.listed_end), amount=asked.amount, unit=limit.unit, rolls=limit.rolls, calendar=current_calendar())
        finding.listed_until = last_day(counted.at)
        Finding.objects.filter(pk=finding.pk).update(listed_until=finding.listed_until)


extendable("oversight", terms.LISTED_TERM)


@engine.after("oversight", "report", "rectify", "order_done")
def settle_request(finding, taken):
    """A request still open needs no word any more."""
    settle(finding, taken)


def note_lapse_of_listing(event, case):
    """Listener: a stage that is late is marked and told; a listing past its end goes one level up."""
    if event.kind != f"deadline.{LAPSED}" or not isinstance(case, Finding):
        return
    position = STAGE_OF.get(event.data["term"])
    if position and case.state in PLANNABLE:
        case.stages.filter(position=position, overdue_at=None).update(overdue_at=event.at)
        carry_on(case, "miss_stage", at=event.at, position=position)
    elif event.data["term"] == terms.LISTED_TERM.name:
        carry_on(case, "escalate", at=event.at, office=group_above(case.office))


STAGE_OF = {term.name: position for position, term in enumerate(terms.STAGES, start=1)}


def carry_on(case, step, *, at, **given):
    """Take a step inside the event of a lapse: it reads the row, and the row of the caller follows it."""
    if case.state not in case.flow.step(step).source:
        return
    case.save(update_fields=["version"])
    moved = engine.take(case, step, by=SYSTEM, at=at, **given)
    for name in ("version", "office", "office_ids", "escalated_at", "proposed"):
        setattr(case, name, getattr(moved, name))
