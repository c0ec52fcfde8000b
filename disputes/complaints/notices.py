"""Who is told what about a complaint, and when."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.flow import FLOW
from disputes.complaints.permissions import DISPATCH, HANDLE
from disputes.complaints.terms import HANDLE as HANDLING
from governance.notices.recipients import SealedPhone, holders, holders_at_copies, holders_at_office
from governance.notices.table import NoticeRule

HANDLERS, DISPATCHERS, COPIED = holders_at_office(HANDLE), holders(DISPATCH), holders_at_copies(DISPATCH)
PERSON = SealedPhone("reporter_phone")


def _staff(name, event, title, body, to, **more):
    return NoticeRule(f"complaints.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def _person(name, event, body, **more):
    return NoticeRule(f"complaints.{name}", event, _("【12345】%(number)s"), body, phone=PERSON, procedure=FLOW.procedure, **more)


NOTICES = (
    _staff("dispatched", "complaints.dispatch", _("新派单 %(number)s"),
           _("%(place)s的诉求 %(number)s 已派给%(office)s，请于%(due)s前办理。"), HANDLERS, term=HANDLING.name),
    _staff("copied", "complaints.dispatch", _("抄送督办 %(number)s"),
           _("诉求 %(number)s 已直派%(office)s，抄送你单位督办，办理时限%(due)s。"), COPIED, term=HANDLING.name),
    _staff("objected", "complaints.object", _("待审异议 %(number)s"), _("%(office)s对诉求 %(number)s 的派单提出异议，请审核。"), DISPATCHERS),
    _staff("objection_rejected", "complaints.reject_objection", _("异议未获同意 %(number)s"), _("诉求 %(number)s 请按原派单签收办理。"), HANDLERS),
    _staff("extension_asked", "complaints.ask_extension", _("待审延期 %(number)s"), _("%(office)s申请延长诉求 %(number)s 的办理时限。"), DISPATCHERS),
    _staff("extension_granted", "complaints.grant_extension", _("延期已同意 %(number)s"),
           _("诉求 %(number)s 的办理时限延至%(due)s。"), HANDLERS, term=HANDLING.name),
    _staff("extension_refused", "complaints.refuse_extension", _("延期未同意 %(number)s"),
           _("诉求 %(number)s 请于%(due)s前办理。"), HANDLERS, term=HANDLING.name),
    _staff("replied", "complaints.reply", _("待回访 %(number)s"), _("%(office)s已答复诉求 %(number)s，请回访。"), DISPATCHERS),
    _staff("returned", "complaints.return_for_rework", _("退回重办 %(number)s"),
           _("诉求 %(number)s 退回重办，请于%(due)s前答复。"), HANDLERS, term=HANDLING.name),
    _staff("reopened", "complaints.reopen", _("重新办理 %(number)s"), _("诉求 %(number)s 重新办理，请于%(due)s前答复。"), HANDLERS, term=HANDLING.name),
    _staff("reopening_asked", "complaints.ask_reopening", _("申请重新办理 %(number)s"), _("反映人申请重新办理诉求 %(number)s，请审核。"), DISPATCHERS),
    _staff("warned_48", "deadline.warned_48", _("48小时内到期 %(number)s"), _("诉求 %(number)s(%(label)s)将于%(due)s到期。"), HANDLERS),
    _staff("warned_24", "deadline.warned_24", _("24小时内到期 %(number)s"), _("诉求 %(number)s(%(label)s)将于%(due)s到期，请优先办理。"), HANDLERS),
    _staff("lapsed", "deadline.lapsed", _("已逾期 %(number)s"), _("诉求 %(number)s(%(label)s)已于%(due)s逾期。"), HANDLERS),
    _staff("lapsed_above", "deadline.lapsed", _("辖区诉求逾期 %(number)s"), _("%(place)s的诉求 %(number)s(%(label)s)已于%(due)s逾期。"), DISPATCHERS),
    _person("told_dispatched", "complaints.dispatch", _("您反映的事项 %(number)s 已交%(office)s办理，时限%(due)s。凭编号和查询码可查进度。"), term=HANDLING.name),
    _person("told_extended", "complaints.grant_extension", _("您反映的事项 %(number)s 办理时限延至%(due)s，原因可在查询页面查看。"), term=HANDLING.name),
    _person("told_replied", "complaints.reply", _("您反映的事项 %(number)s 已有答复，请凭编号和查询码查看并评价。")),
    _person("told_refused", "complaints.not_accept", _("您反映的事项 %(number)s 不属于12345受理范围，理由和正确途径请凭编号和查询码查看。")),
    _person("told_reopened", "complaints.reopen", _("您反映的事项 %(number)s 已重新办理，时限%(due)s。"), term=HANDLING.name),
)  # fmt: skip
