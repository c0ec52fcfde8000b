"""What the person is told of an incident: in plain words, by offices, never by names of staff."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.incidents import terms
from emergencies.incidents.enums import State
from governance.web.tracking.progress import Progress, clocks_of, entry, step_of, told_events

PHASES = (
    ("report", gettext_lazy("已提交"), {State.REGISTERED}),
    ("verify", gettext_lazy("处置中"), {State.HANDLING}),
    ("end", gettext_lazy("处置结束"), {State.ENDED, State.CLOSED}),
)
STOPPED = {State.DISMISSED: "dismiss", State.MERGED: "merge"}
PROGRESS = Progress(PHASES, STOPPED, done=State.CLOSED)
WORDS = {
    State.REGISTERED: gettext_lazy("已经收到，%(office)s正在核实。情况紧急的，请拨打110、119、120。"),
    State.HANDLING: gettext_lazy("已经核实，%(office)s正在处置。"),
    State.ENDED: gettext_lazy("处置已经结束，感谢您的报告。"),
    State.CLOSED: gettext_lazy("处置已经结束，感谢您的报告。"),
    State.DISMISSED: gettext_lazy("没有按突发事件处置，情况见下。"),
    State.MERGED: gettext_lazy("这件事已有登记，合并处置，感谢您的报告。"),
}
WITHDRAWN = gettext_lazy("您已经撤回这份报告。")
LABELS = {"report": gettext_lazy("您提交了报告"), "withdraw": gettext_lazy("您撤回了报告"), "merge": gettext_lazy("与其他报告合并处置")}
TOLD_NOTES = {"dismiss", "withdraw"}
TOLD_TERMS = {terms.VERIFY.name: gettext_lazy("核实")}


def phases(incident, taken, withdrawn):
    """What the person took back is not called untrue."""
    line = PROGRESS.line(incident.state, taken)
    return [*line[:-1], {**line[-1], "label": _("已撤回"), "at": withdrawn}] if withdrawn else line


def told(incident):
    """The context of the tracking page."""
    events = told_events(incident)
    taken = {step: event.at for event in events for step in [step_of(event)]}
    withdrawn = taken.get("withdraw")
    words = WITHDRAWN if withdrawn else WORDS[incident.state]
    return {
        "words": str(words) % {"office": incident.office.name if incident.office else _("有关单位")},
        "phases": phases(incident, taken, withdrawn),
        "answer": next((event for event in reversed(events) if step_of(event) == "dismiss" and event.note), None),
        "deadlines": clocks_of(incident, TOLD_TERMS),
        "events": [entry(event, labels=LABELS, notes=TOLD_NOTES) for event in reversed(events)],
    }
