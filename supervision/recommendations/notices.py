"""Who is told of a recommendation: the unit, the body that sent it, and the leading group when an answer is overdue."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import holders_at
from governance.notices.table import NoticeRule
from supervision.recommendations import terms
from supervision.recommendations.flow import FLOW
from supervision.recommendations.permissions import ANSWER, JUDGE, VIEW

UNIT = holders_at(ANSWER, lambda case: [case.unit_id])
SENDER = holders_at(JUDGE, lambda case: [case.sender_id])
WATCHER = holders_at(VIEW, lambda case: [case.watcher_id])


def _step(name, step, to, title, body, term=terms.ANSWER):
    return NoticeRule(f"recommendations.{name}", f"recommendations.{step}", title, body, to=to, procedure=FLOW.procedure, term=term.name)


def _clock(name, kind, to, title, body, term):
    def is_it(event, case):
        return event.data["term"] == term.name

    return NoticeRule(f"recommendations.{name}", f"deadline.{kind}", title, body, to=to, procedure=FLOW.procedure, when=is_it)


NOTICES = (
    _step("sent", "send", UNIT, _("待签收建议 %(number)s"), _("收到建议 %(number)s，请于%(due)s前签收。"), terms.RECEIVE),
    _step("received", "receive", SENDER, _("建议已签收 %(number)s"), _("建议 %(number)s 已由被建议单位签收，答复期限%(due)s。")),
    _step("recorded", "record_paper", SENDER, _("纸质建议已登记 %(number)s"), _("贵机关的纸质建议已登记为 %(number)s，答复期限%(due)s。")),
    _step("answered", "answer", SENDER, _("待评价 %(number)s"), _("建议 %(number)s 已答复，请于%(due)s前评价。"), terms.JUDGE),
    _step("extension_asked", "ask_extension", SENDER, _("待审延期 %(number)s"), _("建议 %(number)s 申请延期答复，现期限%(due)s，请审批。")),
    _step("extension_granted", "grant_extension", UNIT, _("延期已同意 %(number)s"), _("建议 %(number)s 的答复期限延至%(due)s。")),
    _step("extension_refused", "refuse_extension", UNIT, _("延期未同意 %(number)s"), _("建议 %(number)s 未同意延期，请于%(due)s前答复。")),
    _step("objected", "object", SENDER, _("对建议提出异议 %(number)s"), _("被建议单位对建议 %(number)s 提出异议，请复核。")),
    _step("upheld", "uphold", UNIT, _("异议已复核 %(number)s"), _("建议 %(number)s 的异议已复核，维持建议，请于%(due)s前答复。")),
    _step("day_set", "set_day", UNIT, _("答复日期已调整 %(number)s"), _("建议 %(number)s 的答复期限调整为%(due)s。")),
    _step("reminded", "remind", UNIT, _("催办 %(number)s"), _("发出机关催办建议 %(number)s，请抓紧整改并答复。")),
    _step("adopted", "accept", UNIT, _("答复已采纳 %(number)s"), _("建议 %(number)s 的答复，发出机关评价为采纳。")),
    _step("partly", "accept_partly", UNIT, _("答复部分采纳 %(number)s"), _("建议 %(number)s 的答复，发出机关评价为部分采纳。")),
    _step("again", "ask_again", UNIT, _("须再次答复 %(number)s"), _("建议 %(number)s 的答复未被采纳，请于%(due)s前继续整改并再次答复。")),
    _step("referred", "refer", WATCHER, _("建议转督导 %(number)s"), _("%(place)s的建议 %(number)s 未整改到位，已转为督导线索，请核实。")),
    _step("withdrawn", "withdraw", UNIT, _("建议已撤回 %(number)s"), _("建议 %(number)s 已由发出机关撤回。")),
    _clock("warned_7d", "warned_7d", UNIT, _("7日内到期 %(number)s"), _("建议 %(number)s，%(due)s到期，请抓紧整改并答复。"), terms.ANSWER),
    _clock("warned_48", "warned_48", UNIT, _("48小时内到期 %(number)s"), _("建议 %(number)s，%(due)s到期，请立即答复。"), terms.ANSWER),
    _clock("lapsed", "lapsed", UNIT, _("逾期未答复 %(number)s"), _("建议 %(number)s 应于%(due)s前答复，现已逾期。"), terms.ANSWER),
    _clock("sender_lapsed", "lapsed", SENDER, _("逾期未答复 %(number)s"), _("建议 %(number)s 应于%(due)s前答复，现已逾期。"), terms.ANSWER),
    _clock("unsigned", "lapsed", SENDER, _("逾期未签收 %(number)s"), _("建议 %(number)s 应于%(due)s前签收，现仍未签收。"), terms.RECEIVE),
    _clock("judge_warned", "warned_48", SENDER, _("48小时内应评价 %(number)s"), _("建议 %(number)s 请于%(due)s前评价。"), terms.JUDGE),
    _clock("judge_lapsed", "lapsed", SENDER, _("逾期未评价 %(number)s"), _("建议 %(number)s 应于%(due)s前评价。"), terms.JUDGE),
)  # fmt: skip
