"""Opens the obligations of venues, and what else happens when a step is taken."""

from django.utils.translation import gettext as _

from emergencies.drills import terms
from emergencies.drills.enums import State
from emergencies.drills.models import Drill, DrillRule, Measure
from emergencies.drills.rules import Interval, is_credible, shortest, was_kept
from governance.cases.services import next_number
from governance.deadlines.models import Limit
from governance.files.enums import AttachmentKind
from governance.files.models import PendingUpload
from governance.files.services import attach, claim
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import SYSTEM


def binding_rule(kind, *, at):
    """The rule of the shortest interval among those that apply to the kind. Raises `NoRule`."""
    rules = {rule.code: rule for rule in DrillRule.objects.applying_to(kind)}
    limits = Limit.objects.current({rule.limit_code for rule in rules.values()}, at=at)
    spans = [(code, limits[rule.limit_code]) for code, rule in rules.items()]
    return rules[shortest([Interval(code, limit.amount, limit.unit) for code, limit in spans]).rule]


def open_obligation(venue, *, at, previous=None):
    """The venue owes a drill from `at` on: its confirmation, or the moment the last drill was held."""
    drill = Drill(
        venue=venue, title=venue.title, place=venue.place, rule=binding_rule(venue.kind, at=at), previous=previous,
        number=next_number(at=at), office_ids=[venue.office_id] if venue.office_id else [],
    )  # fmt: skip
    drill.place_path = venue.place.path
    drill.hand_to(venue.site)
    return engine.begin(drill, by=SYSTEM, at=at)


def open_drill(venue):
    """The obligation that stands, or None."""
    return Drill.objects.ongoing().filter(venue=venue).select_related("rule").first()


remindable("drills")


@engine.after("venues", "confirm", "reopen")
def begin_duty(venue, taken):
    """Art. 22 para 2: from its registration on a crowded place owes drills."""
    last = Drill.objects.filter(venue=venue, state=State.REPORTED, following=None).order_by("-held_at").first()
    open_obligation(venue, at=taken.at, previous=last)


@engine.after("venues", "close")
def end_duty(venue, taken):
    if drill := open_drill(venue):
        engine.take(drill, "drop", by=SYSTEM, at=taken.at, note=taken.note)


@engine.after("venues", "reclassify")
def change_duty(venue, taken):
    """Another kind may owe drills more or less often, and to another bureau: the obligation that runs counts from its beginning anew."""
    drill = open_drill(venue)
    if drill is None:
        return
    if venue.office_id and venue.office_id not in drill.office_ids:
        Drill.objects.filter(pk=drill.pk).update(office_ids=[*drill.office_ids, venue.office_id])
    rule = binding_rule(venue.kind, at=taken.at)
    if rule.pk != drill.rule_id and drill.flow.step("retime") in drill.flow.leaving(drill.state):
        engine.take(drill, "retime", by=SYSTEM, at=taken.at, rule=rule)


@engine.after("venues", "correct", "resubmit")
def rename(venue, taken):
    """The obligation that stands carries the venue's name."""
    Drill.objects.ongoing().filter(venue=venue).exclude(title=venue.title).update(title=venue.title)


@engine.after("drills", "retime")
def count_anew(drill, taken):
    taken.clocks.start(terms.HOLD, at=drill.opened_at)


@engine.after("drills", "hold")
def keep_record(drill, taken):
    """What counts is when the drill was held, not when it was entered; a lapse that was none is taken back."""
    if not is_credible(drill.held_at, since=drill.opened_at, at=taken.at):
        raise engine.StepRefused(_("演练时间须在本次演练义务产生之后，且不晚于现在。"))
    clock = taken.clocks.met.get(terms.HOLD.name)
    if clock:
        drill.kept = was_kept(drill.held_at, clock.due_at)
        clock.met_at, clock.lapsed_at = drill.held_at, None if drill.kept else clock.due_at
    for photograph in taken.given["photographs"] or ():
        facts = {"by": taken.by, "at": taken.at, "kind": AttachmentKind.PHOTO}
        if isinstance(photograph, PendingUpload):
            claim(photograph.token, drill, **facts)
        else:
            attach(drill, photograph, **facts)


@engine.after("drills", "cancel_plan")
def forget_plan(drill, taken):
    """What was planned stays on the timeline; the obligation stands as before, its clock never stopped."""
    drill.planned_on, drill.type, drill.scenario, drill.organiser = None, "", "", ""


@engine.after("drills", "evaluate")
def keep_measures(drill, taken):
    Measure.objects.bulk_create(Measure(drill=drill, **facts) for facts in taken.given.get("measures") or ())


@engine.after("drills", "report")
def open_next(drill, taken):
    """The next obligation counts from the day this drill was held."""
    if drill.venue.is_ongoing:
        open_obligation(drill.venue, at=drill.held_at, previous=drill)


def note_lapse(event, case):
    """Listener: a drill that was not held in time counts in the figures at once."""
    if event.kind == "deadline.lapsed" and isinstance(case, Drill) and event.data["term"] == terms.HOLD.name:
        Drill.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False
