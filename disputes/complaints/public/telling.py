"""What the person is told of their complaint: in plain words, by offices, never by names of staff."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.complaints import terms
from disputes.complaints.enums import State
from disputes.complaints.public import services
from disputes.complaints.public.forms import RatingForm, ReopeningForm, WithdrawalForm
from governance import registry
from governance.cases.tracking import seen_with
from governance.flow.engine import available
from governance.flow.table import RESIDENT
from governance.people.models import Office
from governance.web.tracking.progress import Progress, clocks_of, told_events
from governance.web.tracking.progress import step_of as own_step_of

PHASES = (
    ("register", gettext_lazy("已登记"), {State.REGISTERED, State.CLASSIFIED, State.SPLIT}),
    ("dispatch", gettext_lazy("已派单"), {State.DISPATCHED, State.OBJECTED, State.CONSULTING}),
    ("sign", gettext_lazy("办理中"), {State.SIGNED, State.HANDLING, State.MERGED}),
    ("reply", gettext_lazy("已答复"), {State.REPLIED, State.CALLED_BACK}),
    ("close", gettext_lazy("已办结"), {State.CLOSED}),
)
ENDS = {
    State.NOT_ACCEPTED: "not_accept",
    State.EMERGENCY: "divert",
    State.MEDIATION: "hand_to_mediation",
    State.WITHDRAWN: "withdraw",
}
PROGRESS = Progress(PHASES, ENDS, done=State.CLOSED)
CLOSINGS = {"close_unsolved": "close"}
SAME = {  # one thing to the person, whoever did it
    "pass_to_mediation": "hand_to_mediation", "answer_parts": "reply", "close_with_lead": "close", "join": "merge",
    "ask_consultation": "consult", "appoint": "dispatch",
}  # fmt: skip
WORDS = {
    State.REGISTERED: gettext_lazy("已登记，工作人员正在确定由哪个单位办理。"),
    State.CLASSIFIED: gettext_lazy("已登记，工作人员正在确定由哪个单位办理。"),
    State.DISPATCHED: gettext_lazy("已派给%(office)s，等待签收。"),
    State.OBJECTED: gettext_lazy("正在核定由哪个单位办理，核定期间暂停计时。"),
    State.CONSULTING: gettext_lazy("涉及几个单位，正在会商由哪个单位主办，会商期间暂停计时。"),
    State.SIGNED: gettext_lazy("%(office)s已签收，正在了解情况。"),
    State.HANDLING: gettext_lazy("%(office)s正在办理。"),
    State.REPLIED: gettext_lazy("%(office)s已经答复，请查看答复并评价。"),
    State.CALLED_BACK: gettext_lazy("已经回访，正在办理结案。"),
    State.CLOSED: gettext_lazy("已经办结。"),
    State.NOT_ACCEPTED: gettext_lazy("不属于本平台受理范围，理由和正确途径见下。"),
    State.EMERGENCY: gettext_lazy("属于紧急事项，已经转给紧急热线。"),
    State.MEDIATION: gettext_lazy("已转人民调解委员会调解，不收取费用。"),
    State.WITHDRAWN: gettext_lazy("已按您的要求撤回。"),
    State.MERGED: gettext_lazy("与先前反映的同一件事合并办理，进展见下。"),
    State.SPLIT: gettext_lazy("您反映了几件事，已分开交有关单位办理，全部办完后给您汇总答复。"),
}
WAITS_FOR_YOU = gettext_lazy("%(office)s需要向您核实情况，请在下面答复。")
LABELS = {
    "register": gettext_lazy("已登记"),
    "sign": gettext_lazy("承办单位已签收"),
    "consult": gettext_lazy("正在会商由哪个单位主办"),
    "raise_level": gettext_lazy("已提请上一级督办"),
    "contact": gettext_lazy("承办单位已联系您"),
    "progress": gettext_lazy("办理进展"),
    "add_word": gettext_lazy("您作了补充说明"),
    "grant_extension": gettext_lazy("办理期限延长"),
    "reply": gettext_lazy("已答复"),
    "call_back": gettext_lazy("已回访"),
    "rate": gettext_lazy("您作了评价"),
    "return_for_rework": gettext_lazy("要求承办单位重新办理"),
    "close": gettext_lazy("已办结"),
    "ask_reopening": gettext_lazy("您申请重新办理"),
    "reopen": gettext_lazy("已重新办理"),
    "ask_person": gettext_lazy("承办单位向您询问"),
    "answer_question": gettext_lazy("您答复了询问"),
    "record_answer": gettext_lazy("记录了您的答复"),
    "stop_waiting": gettext_lazy("到期未收到答复，按现有情况继续办理"),
    "close_unsolved": gettext_lazy("已办结，暂未解决"),
    "come_back": gettext_lazy("约定的回头看日期已到，重新办理"),
    "confirm_refusal": gettext_lazy("上级综治中心复核：维持不予重新办理"),
    "order_reopening": gettext_lazy("上级综治中心复核：重新办理"),
    "erase_contact": gettext_lazy("保存期满，联系方式已删除"),
    "hand_to_mediation": gettext_lazy("已转人民调解"),
    "withdraw": gettext_lazy("您撤回了诉求"),
    "merge": gettext_lazy("与同一件事合并办理"),
    "unmerge": gettext_lazy("恢复单独办理"),
    "release": gettext_lazy("恢复单独办理"),
    "split": gettext_lazy("分开办理"),
    "await_parts": gettext_lazy("其中的事项重新办理"),
}
# Notes written for or by the person; what staff note for each other (交办要求, 联系情况, 回访记录) stays inside.
TOLD_NOTES = {
    "progress", "add_word", "grant_extension", "reply", "not_accept", "refuse_reopening", "rate", "ask_reopening", "withdraw",
    "hand_to_mediation", "ask_person", "answer_question", "record_answer", "close_unsolved", "confirm_refusal", "merge", "unmerge", "split",
}  # fmt: skip
TOLD_TERMS = {
    terms.DISPATCH.name: gettext_lazy("派单"),
    terms.CONTACT.name: gettext_lazy("联系您"),
    terms.HANDLE.name: gettext_lazy("办理并答复"),
}
STEP_FORMS = {"rate": RatingForm, "ask_reopening": ReopeningForm, "withdraw": WithdrawalForm}


def told(complaint):
    """The context of the tracking page."""
    events = told_events(complaint)
    deadlines = clocks_of(handled_as(complaint), TOLD_TERMS, terms.RATE.name)
    return {
        "case": complaint,
        "words": words(complaint),
        "phases": PROGRESS.line(handled_as(complaint).state, moments(events)),
        "deadlines": [deadline for deadline in deadlines if deadline.term in TOLD_TERMS],
        "rating_due": next((one.due_at for one in deadlines if one.term == terms.RATE.name and one.is_open), None),
        "kept_words": kept_words(complaint),
        "answer": answer(handled_as(complaint).state, events),
        "extension": extension(events, deadlines),
        "events": [entry(event, offices_named(events)) for event in reversed(events)],
        "files": files(complaint),
        "forms": forms(complaint),
        "went_on": went_on(complaint),
        "panels": [panel for tell in registry.declared("told") if (panel := tell(complaint))],
        "breadcrumb": [(_("首页"), reverse("home")), (_("查询进度"), reverse("track")), (complaint.number, "")],
    }


def kept_words(complaint):
    """Whether the limit of the handling was kept, once there is an answer."""
    if complaint.replied_at is None or complaint.handle_kept is None or complaint.state == State.HANDLING:
        return ""
    return _("本件在办理期限内答复。") if complaint.handle_kept else _("本件未能在办理期限内答复。")


def handled_as(complaint):
    """The case whose progress is the person's: the complaint itself, or the one it follows for now."""
    return (complaint.state == State.MERGED and complaint.merged_into) or complaint


def went_on(complaint):
    """What the matter became, where the person can follow it with the same query code: {number, url} or None."""
    if complaint.state != State.MEDIATION:
        return None
    _itself, *others = seen_with(complaint)
    return {"number": others[-1].number, "url": reverse(others[-1].tracking_page, args=[others[-1].number])} if others else None


def words(complaint):
    """One sentence that says where the matter stands."""
    office = complaint.office.short_name if complaint.office else _("承办单位")
    if complaint.question_open:
        return str(WAITS_FOR_YOU) % {"office": office}
    if complaint.state == State.CLOSED:
        return closed_words(complaint)
    if complaint.state in (State.REPLIED, State.CALLED_BACK) and complaint.rated_at:
        return _("%(office)s已经答复，您已作出评价：%(rating)s。") % {"office": office, "rating": rating_of(complaint)}
    return str(WORDS[complaint.state]) % {"office": office}


def rating_of(complaint):
    """The person's own word, as it was given."""
    return _("、").join(word for word in (complaint.get_solved_display(), complaint.get_satisfaction_display()) if word)


def closed_words(complaint):
    if complaint.reopening_asked:
        return _("已经办结。您申请重新办理，正在审核。")
    if complaint.appeal_to_id:
        return _("已经办结。重新办理的申请由%(office)s复核。") % {"office": complaint.appeal_to.short_name}
    if complaint.outcome:
        return _("已经办结，暂未能解决：%(outcome)s。") % {"outcome": complaint.get_outcome_display()}
    return str(WORDS[State.CLOSED])


def step_of(event):
    """The step an event tells of: "complaints.reply" → "reply"; of the case this one follows, where it only hears of it."""
    step = own_step_of(event)
    step = event.data["step"] if step == "hear" else step
    return SAME.get(step, step)


def moments(events):
    """When each step was last taken; closed is closed, solved or not."""
    return {CLOSINGS.get(step_of(event), step_of(event)): event.at for event in events}


def who(event):
    """The office that acted, also where it acted on the case this one follows."""
    return event.data.get("told_by") or event.actor_label


def answer(state, events):
    """What the office answered last, or why and where the matter goes instead; None while it is being handled."""
    step = {**ENDS, State.REPLIED: "reply", State.CALLED_BACK: "reply", State.CLOSED: "reply"}.get(state)
    event = next((event for event in reversed(events) if step_of(event) == step), None)
    return event and {"step": step, "note": event.note, "at": event.at, "office": who(event)}


def extension(events, deadlines):
    """The reason and the new end of a limit that was extended and still runs, or None."""
    handling = [one for one in deadlines if one.term == terms.HANDLE.name and one.extended_by and one.is_open]
    granted = [event for event in events if step_of(event) == "grant_extension"]
    return {"due_at": handling[-1].due_at, "reason": granted[-1].note} if handling and granted else None


def offices_named(events):
    """code → short name of the offices the events name."""
    codes = {event.data["office"] for event in events if "office" in event.data}
    return dict(Office.objects.filter(code__in=codes).values_list("code", "short_name")) if codes else {}


def entry(event, offices):
    """An event as the person reads it."""
    step = step_of(event)
    label = LABELS.get(step, event.label)
    if step == "dispatch":
        label = _("已派给%(office)s") % {"office": offices.get(event.data.get("office"), _("承办单位"))}
    note = event.note if step in TOLD_NOTES else ""
    return {"label": label, "at": event.at, "actor_label": who(event), "note": note, "public": True}


def files(complaint):
    """For components/files.html, through the person's own gate."""
    rows = services.files_for_resident(complaint)
    found = []
    for row in rows:
        url = reverse("public_attachment", args=[complaint.number, row.pk])
        picture = f"{url}?thumbnail" if row.thumbnail else ""
        found.append({"name": row.name, "url": url, "size": row.size, "thumbnail_url": picture})
    return found


def forms(complaint):
    """A blank form for each step the person can take now, by name."""
    taken = [step.name for step in available(complaint, RESIDENT)]
    return {name: form(initial={"version": complaint.version}) for name, form in STEP_FORMS.items() if name in taken}
