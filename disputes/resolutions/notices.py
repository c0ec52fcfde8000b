"""Who is told of a decision: the office that carries it out, and the one that called the meeting."""

from django.utils.translation import gettext_lazy as _

from disputes.resolutions import terms
from disputes.resolutions.flow import FLOW
from disputes.resolutions.permissions import CARRY, CHECK
from governance.notices.recipients import holders_at
from governance.notices.table import NoticeRule

OWNER = holders_at(CARRY, lambda case: [case.owner_id])
CALLER = holders_at(CHECK, lambda case: [case.caller_id])


def _step(name, step, to, title, body, term=terms.CARRY_OUT):
    return NoticeRule(f"resolutions.{name}", f"resolutions.{step}", title, body, to=to, procedure=FLOW.procedure, term=term.name)


def _clock(name, kind, to, title, body, term=terms.CARRY_OUT):
    def is_it(event, case):
        return event.data["term"] == term.name

    return NoticeRule(f"resolutions.{name}", f"deadline.{kind}", title, body, to=to, procedure=FLOW.procedure, when=is_it)


NOTICES = (
    _step("decided", "decide", OWNER, _("联席会议议定事项 %(number)s"), _("联席会议议定事项 %(number)s 由贵单位落实，请于%(due)s前完成。")),
    _step(
        "reported", "report", CALLER, _("议定事项待验收 %(number)s"), _("议定事项 %(number)s 已报告完成，请于%(due)s前验收。"), terms.ACCEPT
    ),
    _step("accepted", "accept", OWNER, _("议定事项已办结 %(number)s"), _("议定事项 %(number)s 已验收办结。")),
    _step("sent_back", "send_back", OWNER, _("议定事项被退回 %(number)s"), _("议定事项 %(number)s 未通过验收，请于%(due)s前继续落实。")),
    _step("reminded", "remind", OWNER, _("催办 %(number)s"), _("召集单位催办议定事项 %(number)s，%(due)s到期，请抓紧落实。")),
    _step("day_set", "set_day", OWNER, _("完成日期已调整 %(number)s"), _("议定事项 %(number)s 的完成期限调整为%(due)s。")),
    _step("passed_on", "pass_on", OWNER, _("联席会议议定事项 %(number)s"), _("议定事项 %(number)s 改由贵单位落实，请于%(due)s前完成。")),
    _step("withdrawn", "withdraw", OWNER, _("议定事项已撤销 %(number)s"), _("议定事项 %(number)s 已由召集单位撤销，不再落实。")),
    _clock("warned_7d", "warned_7d", OWNER, _("7日内到期 %(number)s"), _("议定事项 %(number)s，%(due)s到期，请抓紧落实。")),
    _clock("warned_48", "warned_48", OWNER, _("48小时内到期 %(number)s"), _("议定事项 %(number)s，%(due)s到期，请立即落实。")),
    _clock("lapsed", "lapsed", OWNER, _("逾期未落实 %(number)s"), _("议定事项 %(number)s 应于%(due)s前完成，现已逾期。")),
    _clock("caller_lapsed", "lapsed", CALLER, _("议定事项逾期 %(number)s"), _("议定事项 %(number)s 应于%(due)s前完成，现已逾期，请催办。")),
    _clock("accept_lapsed", "lapsed", CALLER, _("逾期未验收 %(number)s"), _("议定事项 %(number)s 应于%(due)s前验收。"), terms.ACCEPT),
)
