"""What the person is told of a hazard: in plain words, by offices, never by names of staff."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.hazards import terms
from emergencies.hazards.enums import State
from governance.web.tracking.progress import Progress, clocks_of, entry, step_of, told_events

MAJOR_WAY = {State.PLANNING, State.PLANNED, State.GOVERNING, State.RECTIFYING}
PHASES = (
    ("report", gettext_lazy("已提交"), {State.REPORTED}),
    ("grade", gettext_lazy("整改中"), MAJOR_WAY),
    ("report_removed", gettext_lazy("复查验收"), {State.REMOVED, State.ACCEPTED}),
    ("close", gettext_lazy("已销号"), {State.CLOSED}),
)
SAME = {  # different steps that begin one phase
    "grade_general": "grade", "grade_major": "grade", "report_governed": "report_removed",
    "verify": "close", "strike": "close", "remove_on_spot": "close",
}  # fmt: skip
STOPPED = {State.DISMISSED: "dismiss", State.WITHDRAWN: "withdraw"}
PROGRESS = Progress(PHASES, STOPPED, done=State.CLOSED)
WORDS = {
    State.REPORTED: gettext_lazy("已经收到，%(office)s正在到现场核查。"),
    State.RECTIFYING: gettext_lazy("已经核实，%(office)s正在督促限期整改。"),
    State.PLANNING: gettext_lazy("已经核实为重大隐患，%(office)s正在督促采取防护措施、制定治理方案。"),
    State.PLANNED: gettext_lazy("已经核实为重大隐患，治理方案正在审核。"),
    State.GOVERNING: gettext_lazy("已经挂牌督办，正在治理，%(office)s负责督促。"),
    State.REMOVED: gettext_lazy("责任单位报告已经整改，%(office)s将到现场复查。"),
    State.ACCEPTED: gettext_lazy("已经验收合格，正在审核销号。"),
    State.CLOSED: gettext_lazy("隐患已经消除，感谢您的举报。"),
    State.DISMISSED: gettext_lazy("%(office)s到现场核查，没有发现隐患，情况见下。"),
    State.WITHDRAWN: gettext_lazy("已按您的要求撤回。"),
}
LABELS = {
    "report": gettext_lazy("您提交了举报"),
    "pass_on": gettext_lazy("转有关部门核查"),
    "grade_general": gettext_lazy("已核实，限期整改"),
    "grade_major": gettext_lazy("已核实为重大隐患"),
    "list": gettext_lazy("重大隐患挂牌督办"),
    "report_removed": gettext_lazy("责任单位报告整改完成"),
    "report_governed": gettext_lazy("责任单位报告治理完成"),
    "fail": gettext_lazy("复查不合格，继续整改"),
    "fail_major": gettext_lazy("验收不合格，继续治理"),
    "refuse_strike": gettext_lazy("未同意销号，继续治理"),
    "withdraw": gettext_lazy("您撤回了举报"),
}
TOLD_NOTES = {"dismiss", "verify", "remove_on_spot", "refuse_reward", "pay_reward", "withdraw"}
ANSWERS = {"dismiss", "verify", "remove_on_spot", "strike"}
TOLD_TERMS = {
    terms.VERIFY.name: gettext_lazy("到现场核查"),
    terms.GENERAL.name: gettext_lazy("整改"),
    terms.MAJOR.name: gettext_lazy("重大隐患治理"),
    terms.REWARD.name: gettext_lazy("决定是否奖励"),
}


def told(hazard):
    """The context of the tracking page."""
    events = told_events(hazard)
    taken = {SAME.get(step, step): event.at for event in events for step in [step_of(event)]}
    return {
        "words": str(WORDS[hazard.state]) % {"office": hazard.office.name if hazard.office else _("监管单位")},
        "phases": PROGRESS.line(hazard.state, taken),
        "answer": next((event for event in reversed(events) if step_of(event) in ANSWERS and event.note), None),
        "deadlines": clocks_of(hazard, TOLD_TERMS),
        "events": [entry(event, labels=LABELS, notes=TOLD_NOTES) for event in reversed(events)],
    }
