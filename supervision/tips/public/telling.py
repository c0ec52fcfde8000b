"""What the person is told of a tip: in plain words, by offices, never by names of staff."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.timeline.models import Event
from governance.web.tracking.progress import Progress, clocks_of, entry, step_of, told_events
from supervision.tips import terms
from supervision.tips.enums import State
from supervision.tips.services import went_on

PHASES = (
    ("file", gettext_lazy("已提交"), {State.FILED}),
    ("accept", gettext_lazy("核实中"), {State.CHECKING, State.RAISED}),
    ("answer", gettext_lazy("已答复"), {State.ANSWERED}),
)
STOPPED = {State.PASSED_ON: "pass_on", State.NOT_ACCEPTED: "not_accept", State.WITHDRAWN: "withdraw"}
PROGRESS = Progress(PHASES, STOPPED, done=State.ANSWERED)
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
    events = told_events(tip)
    return {
        "words": str(WORDS[tip.state]) % {"office": tip.office.name if tip.office else _("领导小组办公室")},
        "phases": PROGRESS.line(tip.state, {step_of(event): event.at for event in events}),
        "answer": next((event for event in reversed(events) if step_of(event) in ANSWERS), None),
        "complaint": complaint_of(tip),
        "deadlines": clocks_of(tip, TOLD_TERMS),
        "events": [entry(event, labels=LABELS, notes=TOLD_NOTES) for event in reversed(events)],
    }


def complaint_of(tip):
    """What 12345 made of it: number, state and its answer, with the way there; None where it was not passed on."""
    case = went_on(tip) if tip.state == State.PASSED_ON else None
    if case is None:
        return None
    reply = Event.objects.of(case).for_residents().filter(kind=REPLY).with_actors().order_by("-sequence").first()
    url = reverse(case.tracking_page, args=[case.number])
    return {"number": case.number, "state": case.state_label, "tone": case.tone, "reply": reply, "url": url}
