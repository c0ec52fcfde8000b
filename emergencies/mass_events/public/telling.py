"""What the organiser is told of an application: in plain words, by offices, never by names of staff."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.mass_events import terms
from emergencies.mass_events.enums import State
from emergencies.mass_events.forms import NOTE_LABELS
from governance.web.tracking.progress import Progress, clocks_of, entry, step_of, told_events

PHASES = (
    ("apply", gettext_lazy("已申请"), {State.APPLIED, State.INCOMPLETE}),
    ("accept", gettext_lazy("审查、查验"), {State.REVIEWING}),
    ("permit", gettext_lazy("已许可"), {State.PERMITTED}),
    ("end", gettext_lazy("已举办"), {State.ENDED, State.REPORTED}),
    ("archive", gettext_lazy("已归档"), {State.CLOSED}),
)
STOPPED = {State.NOT_ACCEPTED: "not_accept", State.REFUSED: "refuse", State.WITHDRAWN: "withdraw", State.REVOKED: "revoke"}
PROGRESS = Progress(PHASES, STOPPED, done=State.CLOSED)
WORDS = {
    State.APPLIED: gettext_lazy("已经收到，%(office)s正在审查是否受理。"),
    State.INCOMPLETE: gettext_lazy("材料需要补正，请按下面的要求在线补正。"),
    State.REVIEWING: gettext_lazy("%(office)s已受理，正在审查材料、查验现场。"),
    State.PERMITTED: gettext_lazy("%(office)s已准予许可，请落实安全工作方案和许可条件。"),
    State.ENDED: gettext_lazy("活动已结束，请在线报送活动总结。"),
    State.REPORTED: gettext_lazy("总结已收到，%(office)s将评价归档。"),
    State.CLOSED: gettext_lazy("全部办结。"),
    State.NOT_ACCEPTED: gettext_lazy("没有受理，理由和正确途径见下。"),
    State.REFUSED: gettext_lazy("没有许可，不得举办，理由见下。"),
    State.WITHDRAWN: gettext_lazy("已按您的要求撤回。"),
    State.REVOKED: gettext_lazy("许可已撤销，不得举办，理由见下。"),
}
LABELS = {
    "apply": gettext_lazy("您提交了申请"),
    "supplement": gettext_lazy("您补正了材料"),
    "report": gettext_lazy("您报送了总结"),
    "withdraw": gettext_lazy("您撤回了申请"),
}
ANSWERS = ("ask_supplement", "not_accept", "refuse", "revoke")
TOLD_NOTES = {*ANSWERS, "supplement", "report", "withdraw"}  # what the police notes for itself stays inside
TOLD_TERMS = {
    terms.ACCEPT.name: gettext_lazy("答复是否受理"), terms.DECIDE.name: gettext_lazy("作出决定"),
    terms.REPORT.name: gettext_lazy("报送活动总结"),
}  # fmt: skip


def told(event):
    """The context of the tracking page."""
    events = told_events(event)
    answer = next((one for one in reversed(events) if step_of(one) in ANSWERS), None)
    return {
        "words": str(WORDS[event.state]) % {"office": event.office.name if event.office else _("公安机关")},
        "phases": PROGRESS.line(event.state, {step_of(one): one.at for one in events}),
        "answer": answer if event.state in {State.INCOMPLETE, *STOPPED} else None,
        "answer_label": NOTE_LABELS[step_of(answer)] if answer else "",
        "deadlines": clocks_of(event, TOLD_TERMS),
        "events": [entry(one, labels=LABELS, notes=TOLD_NOTES) for one in reversed(events)],
        "may_supplement": event.state == State.INCOMPLETE,
        "may_report": event.state == State.ENDED,
    }
