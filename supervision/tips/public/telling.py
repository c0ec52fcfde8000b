"""What the person is told of a tip: in plain words, by offices, never by names of staff."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline
from governance.timeline.models import Event
from supervision.tips import terms
from supervision.tips.enums import State
from supervision.tips.services import went_on

PHASES = (
    ("file", gettext_lazy("已提交"), {State.FILED}),
    ("accept", gettext_lazy("核实中"), {State.CHECKING, State.RAISED}),
    ("answer", gettext_lazy("已答复"), {State.ANSWERED}),
)
STOPPED = {State.PASSED_ON: "pass_on", State.NOT_ACCEPTED: "not_accept", State.WITHDRAWN: "withdraw"}
WORDS = {
    State.FILED: gettext_lazy("已经收到，%(office)s正在审查是否受理。"),
    State.CHECKING: gettext_lazy("%(office)s已受理，正在核实。"),
    State.RAISED: gettext_lazy("已经转为督导线索，正在按条例第五十八条督导有关单位。"),
    State.ANSWERED: gettext_lazy("%(office)s已经答复，请查看。"),
    State.PASSED_ON: gettext_lazy("您反映的属于诉求事项，已转12345办理。"),
    State.NOT_ACCEPTED: gettext_lazy("没有受理，理由和正确途径见下。"),
    State.WITHDRAWN: gettext_lazy("已按您的要求撤回。"),
}
LABELS = {
    "file": gettext_lazy("您提交了来信"),
    "accept": gettext_lazy("已受理"),
    "raise": gettext_lazy("已转督导"),
    "come_back": gettext_lazy("督导已有结果"),
    "withdraw": gettext_lazy("您撤回了来信"),
}
TOLD_NOTES = {"not_accept", "pass_on", "answer", "withdraw"}  # what staff note for each other stays inside
ANSWERS = {"not_accept", "pass_on", "answer"}
TOLD_TERMS = {terms.ACCEPT.name: gettext_lazy("答复是否受理"), terms.ANSWER.name: gettext_lazy("核实并答复您")}
REPLY = "complaints.reply"


def told(tip):
    """The context of the tracking page."""
    events = [*Event.objects.of(tip).for_residents().with_actors().order_by("sequence")]
    return {
        "words": str(WORDS[tip.state]) % {"office": tip.office.name if tip.office else _("领导小组办公室")},
        "phases": phases(tip.state, {step_of(event): event.at for event in events}),
        "answer": next((event for event in reversed(events) if step_of(event) in ANSWERS), None),
        "complaint": complaint_of(tip),
        "deadlines": clocks(tip),
        "events": [entry(event) for event in reversed(events)],
    }


def complaint_of(tip):
    """What 12345 made of it: number, state and its answer, with the way there; None where it was not passed on."""
    case = went_on(tip) if tip.state == State.PASSED_ON else None
    if case is None:
        return None
    reply = Event.objects.of(case).for_residents().filter(kind=REPLY).with_actors().order_by("-sequence").first()
    url = reverse(case.tracking_page, args=[case.number])
    return {"number": case.number, "state": case.state_label, "tone": case.tone, "reply": reply, "url": url}


def step_of(event):
    return event.kind.rpartition(".")[2]


def phases(state, taken):
    """The line of phases for components/progress.html; a matter that ended another way stops there."""
    if state in STOPPED:
        reached = [_phase(label, "done", taken[step]) for step, label, _states in PHASES if step in taken]
        return [*reached, _phase(State(state).label, "stopped", taken.get(STOPPED[state]))]
    here = next(index for index, (_step, _label, states) in enumerate(PHASES) if state in states)
    line = []
    for index, (step, label, _states) in enumerate(PHASES):
        reached = "done" if index < here or state == State.ANSWERED else "current" if index == here else "next"
        line.append(_phase(label, reached, taken.get(step) if reached != "next" else None))
    return line


def _phase(label, state, at):
    return {"label": label, "state": state, "at": at, "note": ""}


def clocks(tip):
    """The clocks that concern the person, in their words; what was dropped is due to nobody."""
    wanted = Deadline.objects.of(tip).filter(term__in=TOLD_TERMS).exclude(state=DeadlineState.DROPPED)
    rows = [*wanted.select_related("limit").order_by("started_at")]
    for deadline in rows:
        deadline.label = TOLD_TERMS[deadline.term]
    return rows


def entry(event):
    """An event as the person reads it."""
    step = step_of(event)
    note = event.note if step in TOLD_NOTES else ""
    return {"label": LABELS.get(step, event.label), "at": event.at, "actor_label": event.actor_label, "note": note, "public": True}
