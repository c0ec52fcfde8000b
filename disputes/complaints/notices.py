"""Who is told what about a complaint, and when. Nobody is told what lies on everybody's desk anyway: notices name those who must act."""

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from disputes.complaints import terms
from disputes.complaints.enums import Source
from disputes.complaints.flow import FLOW
from disputes.complaints.permissions import DISPATCH, HANDLE, VIEW
from disputes.complaints.rules import TAKEN_IN_AT
from governance.access.scope import who_may
from governance.notices.recipients import SealedPhone, holders_at, holders_at_copies, holders_at_office
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.timeline.models import Event

COUNTY = 6  # characters of a county's path
PERSON = SealedPhone("reporter_phone")
OF_THE_PERSON = {terms.RATE.name, terms.QUESTION.name}
OF_THE_DISPATCHER = {term.name for term in (terms.DIVERT, terms.DISPATCH, terms.CALL_BACK)}


def receiving_offices(case):
    """首接负责: the office that received the case; where it hands on nothing itself, the centre of the county."""
    received = case.received_by
    dispatches = received and received.type in {OfficeType.HOTLINE, OfficeType.CENTRE} and received.pk not in case.barred_ids
    return [received.pk] if dispatches else supervising_offices(case)


def supervising_offices(case):
    """The centre of the county, which supervises what is handled in it (北京接诉即办条例 §12); the city's, where the case keeps it out."""
    centres = Office.objects.in_use().filter(type=OfficeType.CENTRE, place__path__in=ancestors(case.place_path[:COUNTY]))
    return centres.exclude(pk__in=case.barred_ids).order_by("-place__path").values("pk")[:1]


def whoever_dispatched(event, case):
    """The one person who handed the case on last, as long as that person still may."""
    handed_on = [f"{FLOW.procedure}.{step}" for step in ("dispatch", "consult")]
    told = Event.objects.of(case).filter(kind__in=handed_on).order_by("-sequence").values("by")[:1]
    return who_may(DISPATCH, case).filter(pk__in=told)


HANDLERS, COPIED = holders_at_office(HANDLE), holders_at_copies(DISPATCH)
RECEIVERS, SUPERVISORS = holders_at(DISPATCH, receiving_offices), holders_at(DISPATCH, supervising_offices)


def is_dispatcher_s(event, case):
    return event.data["term"] in OF_THE_DISPATCHER


def is_news_to_the_dispatcher(event, case):
    """Not what had passed before a sheet brought the matter in: the one summary of the sheet counts it."""
    return is_dispatcher_s(event, case) and not came_late(event, case)


def came_late(event, case):
    opening = Event.objects.of(case).filter(sequence=1).values_list("data", flat=True).first() if case.external_number else None
    taken_in_at = (opening or {}).get(TAKEN_IN_AT)
    return bool(taken_in_at) and event.at <= parse_datetime(taken_in_at)


def is_handler_s(event, case):
    """Neither the dispatcher's clock nor the resident's own, nor those of the centres."""
    return not is_dispatcher_s(event, case) and event.data["term"] not in {*OF_THE_PERSON, terms.APPEAL.name, terms.RESPOND.name}


def is_handling(event, case):
    return event.data["term"] == terms.HANDLE.name


def _staff(name, event, to, title, body, **more):
    return NoticeRule(f"complaints.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _step(name, step, to, title, body, **more):
    """On a step; a limit it prints is that of the handling."""
    return _staff(name, f"{FLOW.procedure}.{step}", to, title, body, term=terms.HANDLE.name, **more)


def is_whole(event, case):
    """Of the parts of a split complaint the person hears through the whole, the one number the person has."""
    return case.parent_id is None


def is_passed_on(event, case):
    """A grid worker handed it on: the person never saw a query code."""
    return is_whole(event, case) and case.source == Source.GRID


def is_filed(event, case):
    return is_whole(event, case) and case.source != Source.GRID


def way_to_ask(event, case):
    """How the person hears the rest."""
    return {"way": _("拨打12345凭编号") if case.source == Source.GRID else _("凭编号和查询码")}


def _person(name, step, body, *, when=is_whole):
    """One text message to the person: what happened, and where to read the rest."""
    event, title = f"{FLOW.procedure}.{step}", _("【12345】%(number)s")
    return NoticeRule(
        f"complaints.{name}",
        event,
        title,
        body,
        phone=PERSON,
        procedure=FLOW.procedure,
        term=terms.HANDLE.name,
        when=when,
        facts=way_to_ask,
    )


TO_STAFF = (
    _step("dispatched", "dispatch", HANDLERS, _("新派单 %(number)s"),
          _("%(place)s的诉求 %(number)s 已派给%(office)s，请及时签收，并于%(due)s前办结答复。")),
    _step("appointed", "appoint", HANDLERS, _("确定由你单位主办 %(number)s"),
          _("经会商或者综治中心指定，%(place)s的诉求 %(number)s 由%(office)s主办，请及时签收，并于%(due)s前办结答复。")),
    _step("raised", "raise_level", holders_at(VIEW, lambda case: [case.raised_to_id]), _("提级督办 %(number)s"),
          _("%(place)s的诉求 %(number)s 多次转派或者多次重办，已提级至你中心，请督办。")),
    _step("copied", "dispatch", COPIED, _("抄送督办 %(number)s"),
          _("诉求 %(number)s 已直派%(office)s，抄送你单位督办，办理时限%(due)s。")),
    _step("objected", "object", RECEIVERS, _("待审异议 %(number)s"),
          _("%(office)s对诉求 %(number)s 的派单提出异议，请审核。")),
    _step("objection_rejected", "reject_objection", HANDLERS, _("异议未获同意 %(number)s"),
          _("诉求 %(number)s 请按原派单签收办理，办理时限%(due)s。")),
    _step("extension_asked", "ask_extension", RECEIVERS, _("待审延期 %(number)s"),
          _("%(office)s申请延长诉求 %(number)s 的办理时限，现时限%(due)s，请审核。")),
    _step("extension_granted", "grant_extension", HANDLERS, _("延期已同意 %(number)s"),
          _("诉求 %(number)s 的办理时限延至%(due)s。")),
    _step("extension_refused", "refuse_extension", HANDLERS, _("延期未同意 %(number)s"),
          _("诉求 %(number)s 请于%(due)s前办结答复。")),
    _step("reminded", "remind", HANDLERS, _("催办 %(number)s"),
          _("诉求 %(number)s 请抓紧办理，办理时限%(due)s。")),
    _step("replied", "reply", whoever_dispatched, _("待回访 %(number)s"),
          _("%(office)s已答复诉求 %(number)s，请安排回访。")),
    _step("returned", "return_for_rework", HANDLERS, _("退回重办 %(number)s"),
          _("诉求 %(number)s 退回重办，请于%(due)s前重新答复。")),
    _step("reopening_asked", "ask_reopening", RECEIVERS, _("申请重新办理 %(number)s"),
          _("反映人申请重新办理诉求 %(number)s，请审核。")),
    _step("reopened", "reopen", HANDLERS, _("重新办理 %(number)s"),
          _("诉求 %(number)s 重新办理，请于%(due)s前答复。")),
    _step("withdrawn", "withdraw", HANDLERS, _("反映人撤回 %(number)s"),
          _("反映人已撤回诉求 %(number)s，不再办理。")),
)  # fmt: skip

OF_CLOCKS = (
    _staff("warned_48", "deadline.warned_48", HANDLERS, _("48小时内到期 %(number)s"),
           _("诉求 %(number)s %(label)s，%(due)s到期，请抓紧办理。"), when=is_handler_s),
    _staff("warned_24", "deadline.warned_24", HANDLERS, _("24小时内到期 %(number)s"),
           _("诉求 %(number)s %(label)s，%(due)s到期，请优先办理。"), when=is_handler_s),
    _staff("lapsed", "deadline.lapsed", HANDLERS, _("已逾期 %(number)s"),
           _("诉求 %(number)s %(label)s，应于%(due)s前完成，请立即办理。"), when=is_handler_s),
    _staff("lapsed_above", "deadline.lapsed", SUPERVISORS, _("辖区诉求逾期 %(number)s"),
           _("%(place)s的诉求 %(number)s 由%(office)s承办，已于%(due)s逾期，请督促。"), when=is_handling),
    _staff("dispatcher_lapsed", "deadline.lapsed", RECEIVERS, _("已逾期 %(number)s"),
           _("诉求 %(number)s %(label)s，应于%(due)s前完成，请立即办理。"), when=is_news_to_the_dispatcher),
)  # fmt: skip

TO_THE_PERSON = (
    _person("told_registered", "register",
            _("您反映的事项已登记，编号 %(number)s。请保存好提交时给您的查询码，凭编号和查询码可查进度。"), when=is_filed),
    _person("told_passed_on", "register",
            _("网格员已将您反映的事项转12345办理，编号 %(number)s。%(way)s可查进度。"), when=is_passed_on),
    _person("told_dispatched", "dispatch", _("您反映的事项 %(number)s 已交%(office)s办理，时限%(due)s。%(way)s可查进度。")),
    _person("told_appointed", "appoint", _("您反映的事项 %(number)s 已确定由%(office)s主办，时限%(due)s。%(way)s可查进度。")),
    _person("told_extended", "grant_extension", _("您反映的事项 %(number)s 办理时限延至%(due)s，原因可%(way)s查看。")),
    _person("told_replied", "reply", _("您反映的事项 %(number)s 已有答复，请%(way)s查看并评价。")),
    _person("told_refused", "not_accept", _("您反映的事项 %(number)s 不属于12345受理范围，理由和正确途径请%(way)s查看。")),
    _person("told_diverted", "divert", _("您反映的事项 %(number)s 属紧急警情，已转紧急热线。危急时请直接拨打110、119、120、122。")),
    _person("told_closed", "close", _("您反映的事项 %(number)s 已办结。如未解决，可%(way)s申请重新办理。")),
    _person("told_mediation", "hand_to_mediation", _("您反映的事项 %(number)s 已转人民调解，不收费。仍可%(way)s查看。")),
    _person("told_passed_to_mediation", "pass_to_mediation", _("您反映的事项 %(number)s 已转人民调解，不收费。仍可%(way)s查看。")),
    _person("told_reopened", "reopen", _("您反映的事项 %(number)s 已重新办理，时限%(due)s。")),
    _person("told_not_reopened", "refuse_reopening", _("您重新办理事项 %(number)s 的申请已答复，请%(way)s查看。")),
)  # fmt: skip

NOTICES = (*TO_STAFF, *OF_CLOCKS, *TO_THE_PERSON)
