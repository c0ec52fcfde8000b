"""What a party is told of the mediation: in plain words, without the other side's data."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.mediation import terms
from disputes.mediation.enums import Outcome, State
from disputes.mediation.forms import TOLD
from disputes.mediation.rules import ways_of
from governance.web.tracking.progress import Progress, clocks_of, entry, step_of, told_events

PHASES = (
    ("register", gettext_lazy("已申请"), {State.REGISTERED}),
    ("accept", gettext_lazy("已受理"), {State.ACCEPTED}),
    ("assign", gettext_lazy("调解中"), {State.MEDIATING, State.EXPERT}),
    ("agree", gettext_lazy("达成协议"), {State.AGREED}),
    ("perform", gettext_lazy("协议已履行"), {State.PERFORMED}),
)
STOPPED = {State.NOT_ACCEPTED: "not_accept", State.WITHDRAWN: "withdraw", State.ENDED: "end", State.UNPERFORMED: "note_unperformed"}
PROGRESS = Progress(PHASES, STOPPED, done=State.PERFORMED)
WORDS = {
    State.REGISTERED: gettext_lazy("已收到申请，%(office)s正在审查是否受理，并征求对方意见。"),
    State.ACCEPTED: gettext_lazy("%(office)s已受理，正在指派调解员。"),
    State.MEDIATING: gettext_lazy("%(office)s正在调解，调解员%(mediator)s会通知您参加。"),
    State.EXPERT: gettext_lazy("正在等待鉴定、评估意见，等待期间暂停计时。"),
    State.AGREED: gettext_lazy("双方已达成协议，请按协议履行。协议书请向%(office)s领取。"),
    State.PERFORMED: gettext_lazy("协议已经履行。"),
    State.UNPERFORMED: gettext_lazy("协议没有履行。您可以请调解委员会督促，也可以向人民法院起诉。"),
    State.ENDED: gettext_lazy("调解没有达成协议，已经终止。其他解决途径见下。"),
    State.NOT_ACCEPTED: gettext_lazy("没有受理，理由和其他解决途径见下。"),
    State.WITHDRAWN: gettext_lazy("已按您的要求撤回。"),
}
NEXT = {
    State.REGISTERED: gettext_lazy("对方同意调解后即可受理；人民调解须双方自愿。"),
    State.ACCEPTED: gettext_lazy("调解员确定后会与您联系，约定调解的时间和地点。您可以要求更换调解员。"),
    State.MEDIATING: gettext_lazy("请带好身份证件和有关材料按时参加；不愿继续的，可以随时提出。"),
    State.EXPERT: gettext_lazy("收到意见后继续调解。"),
    State.AGREED: gettext_lazy("书面协议可以由双方在生效之日起三十日内共同向人民法院申请司法确认。调解委员会会回访履行情况。"),
}
LABELS = {
    "register": gettext_lazy("已申请"),
    "accept": gettext_lazy("已受理"),
    "assign": gettext_lazy("已指派调解员"),
    "schedule": gettext_lazy("约定了调解"),
    "note_not_held": gettext_lazy("约定的调解没有进行"),
    "hold_session": gettext_lazy("进行了调解"),
    "agree": gettext_lazy("达成协议"),
    "end": gettext_lazy("终止调解"),
    "perform": gettext_lazy("协议已履行"),
    "withdraw": gettext_lazy("您撤回了申请"),
}
TOLD_NOTES = {*TOLD, "withdraw"}
TOLD_TERMS = {
    terms.ACCEPT.name: gettext_lazy("答复是否受理"),
    terms.LIMIT.name: gettext_lazy("调解"),
    terms.CONFIRM.name: gettext_lazy("共同申请司法确认"),
}


def told(mediation):
    """The context of the tracking page."""
    events = told_events(mediation)
    return {
        "words": words(mediation),
        "next": NEXT.get(mediation.state, ""),
        "phases": PROGRESS.line(standing(mediation), {step_of(event): event.at for event in events}),
        "deadlines": clocks_of(mediation, TOLD_TERMS),
        "sessions": mediation.sessions.held(),
        "arranged": mediation.sessions.scheduled(),
        "answer": next((event.note for event in reversed(events) if step_of(event) in {"not_accept", "end"}), ""),
        "ways": ways_of(mediation.ways_told) if mediation.outcome == Outcome.ENDED else [],
        "events": [entry(event, labels=LABELS, notes=TOLD_NOTES) for event in reversed(events)],
    }


def words(mediation):
    """One sentence that says where the matter stands; what is filed stands where it was before."""
    office = mediation.office.name if mediation.office else _("综治中心")
    mediator = mediation.mediator.name if mediation.mediator else ""
    return str(WORDS[standing(mediation)]) % {"office": office, "mediator": mediator}


def standing(mediation):
    """Filing is the committee's own affair: to the party the case stands as it ended."""
    if mediation.state != State.FILED:
        return mediation.state
    if mediation.outcome == Outcome.ENDED:
        return State.ENDED
    return State.PERFORMED if mediation.performed else State.UNPERFORMED
