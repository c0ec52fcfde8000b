"""Who is told of a closing without a solution, of a refusal that goes up, and of a plan that came back."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints import terms
from disputes.complaints.notices import HANDLERS, PERSON, RECEIVERS, way_to_ask
from disputes.complaints.permissions import DISPATCH
from governance.notices.recipients import holders_at
from governance.notices.table import NoticeRule

SMS = _("【12345】%(number)s")
REVIEWERS = holders_at(DISPATCH, lambda case: [case.appeal_to_id])


def goes_up(event, case):
    return case.appeal_to_id is not None


def stays_down(event, case):
    return case.reopening_asked


def is_appeal(event, case):
    return event.data["term"] == terms.APPEAL.name


def _step(name, step, title, body, **more):
    return NoticeRule(f"outcomes.{name}", f"complaints.{step}", title, body, **more)


TO_STAFF = (
    _step("unhappy", "rate", _("评价不满意，申请重新办理 %(number)s"), _("反映人对诉求 %(number)s 的办理不满意，请审核是否重新办理。"),
          to=RECEIVERS, when=stays_down),
    _step("appeal", "refuse_reopening", _("待复核 %(number)s"), _("诉求 %(number)s 再次不予重新办理，请于%(due)s前复核。"),
          to=REVIEWERS, term=terms.APPEAL.name, when=goes_up),
    _step("ordered", "order_reopening", _("责令重新办理 %(number)s"), _("诉求 %(number)s 经上级复核责令重新办理，请于%(due)s前答复。"),
          to=HANDLERS, term=terms.HANDLE.name),
    _step("came_back", "come_back", _("到期回头看 %(number)s"), _("诉求 %(number)s 约定的回头看日期已到，请于%(due)s前重新答复。"),
          to=HANDLERS, term=terms.HANDLE.name),
    NoticeRule("outcomes.appeal_lapsed", "deadline.lapsed", _("复核逾期 %(number)s"),
               _("诉求 %(number)s 的复核应于%(due)s前作出，请立即办理。"), to=REVIEWERS, procedure="complaints", when=is_appeal),
)  # fmt: skip
TO_THE_PERSON = (
    _step("told_unsolved", "close_unsolved", SMS, _("您反映的事项 %(number)s 已办结，暂未能解决，原因和后续安排请%(way)s查看。"),
          phone=PERSON, facts=way_to_ask),
    _step("told_appeal", "confirm_refusal", SMS, _("您重新办理事项 %(number)s 的申请已由上级综治中心复核，结果请%(way)s查看。"),
          phone=PERSON, facts=way_to_ask),
    _step("told_ordered", "order_reopening", SMS, _("您反映的事项 %(number)s 经上级复核重新办理，时限%(due)s。"),
          phone=PERSON, term=terms.HANDLE.name),
    _step("told_came_back", "come_back", SMS, _("您反映的事项 %(number)s 约定的回头看日期已到，正在查看进展，时限%(due)s。"),
          phone=PERSON, term=terms.HANDLE.name),
)  # fmt: skip
NOTICES = (*TO_STAFF, *TO_THE_PERSON)
