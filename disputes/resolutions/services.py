"""Opens the decisions of a meeting, and what else happens when a step is taken."""

from datetime import timedelta

from disputes.meetings.enums import State as MeetingState
from disputes.resolutions import terms
from disputes.resolutions.enums import FINAL, State
from disputes.resolutions.models import Resolution
from governance.cases.services import next_number
from governance.deadlines.models import Deadline
from governance.deadlines.rules import LAPSED
from governance.files.enums import AttachmentKind
from governance.files.services import attach
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import SYSTEM

ONE_MICROSECOND = timedelta(microseconds=1)
LONGEST_TITLE = 60

remindable("resolutions")


def resolve(meeting, *, item, task, owner, due_on, by, at):
    """A case of its own for what was decided: it lies at its owner's place, and comes back to the caller."""
    case = Resolution(
        number=next_number(at=at), title=task[:LONGEST_TITLE], place=owner.place, meeting=meeting, item=item, task=task, owner=owner,
        caller=meeting.office, due_on=due_on,
    )  # fmt: skip
    case.hand_to(meeting.office)
    case.hand_to(owner)
    return engine.begin(case, by=by, at=at)


@engine.after("resolutions", "progress", "report")
def keep_files(case, taken):
    """What shows that it was done stays with the case."""
    for index, file in enumerate(taken.given["files"]):
        attach(case, file, by=taken.by, at=taken.at + index * ONE_MICROSECOND, public=False, kind=AttachmentKind.PROOF)


@engine.after("resolutions", "report")
def note_report(case, taken):
    """From now on it stands on the caller's desk; a day once missed stays missed."""
    case.reported_at, case.reported_by = taken.at, taken.by
    case.kept = case.kept is not False and taken.clocks.met[terms.CARRY_OUT.name].was_kept
    case.hand_to(case.caller)


@engine.after("resolutions", "send_back")
def carry_on(case, taken):
    """Back to the owner, until another day; the clock is its own again."""
    case.rounds += 1
    case.hand_to(case.owner)
    taken.clocks.start(terms.CARRY_OUT, at=taken.at)


@engine.after("resolutions", "pass_on")
def move_owner(case, taken):
    """Who holds the case answers for its clock; the place goes with the owner."""
    case.place, case.place_path = case.owner.place, case.owner.place.path
    case.hand_to(case.owner)
    Deadline.objects.of(case).still_open().update(office_id=case.owner_id, place_path=case.place_path)


def note_late(event, case):
    """Listener: a decision that is overdue counts in the figures at once."""
    if event.kind == f"deadline.{LAPSED}" and isinstance(case, Resolution) and event.data["term"] == terms.CARRY_OUT.name:
        Resolution.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False


def close_meeting(event, case):
    """Listener: the last decision is done, so the meeting is over."""
    if not event.kind.startswith("resolutions.") or not isinstance(case, Resolution) or case.state not in FINAL:
        return
    meeting = case.meeting
    if meeting.state == MeetingState.CARRYING and not has_open(meeting):
        engine.take(meeting, "close", by=SYSTEM, at=event.at)


def has_open(meeting):
    """Whether something a meeting decided is still to be done."""
    return Resolution.objects.filter(meeting=meeting).exclude(state__in=FINAL).exists()


def owners_of(meeting):
    """The offices that can be made responsible: the members, and the caller itself."""
    return meeting.member_offices()


def told_of(meeting):
    """A meeting's decisions, as its page and its paper tell them: what was withdrawn is left out of neither."""
    return Resolution.objects.filter(meeting=meeting).select_related("owner", "item").order_by("item__position", "pk")


def counts_of(meeting):
    """(how many decisions stand, how many of them are done)."""
    states = [one.state for one in told_of(meeting) if one.state != State.WITHDRAWN]
    return len(states), states.count(State.DONE)
