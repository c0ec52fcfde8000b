"""Who is told of a finding. Drafts wait on the desk; notices name who must act, and when a limit has passed."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule
from supervision.oversight import terms
from supervision.oversight.flow import FLOW
from supervision.oversight.permissions import ANSWER, DECIDE, WRITE

OFFICIALS, OFFICE = holders_at_office(DECIDE), holders_at_office(WRITE)
UNIT = holders_at(ANSWER, lambda case: [case.unit_id])
OF_THE_UNIT = {terms.LISTED_TERM.name, *(term.name for term in terms.STAGES)}


def is_the_units(event, case):
    """A clock the unit has to keep."""
    return event.data["term"] in OF_THE_UNIT


def _step(name, to, title, body, **more):
    return NoticeRule(f"oversight.{name}", f"oversight.{name}", title, body, to=to, procedure=FLOW.procedure, **more)


def _clock(name, title, body):
    return NoticeRule(f"oversight.{name}", f"deadline.{name}", title, body, to=OFFICIALS, procedure=FLOW.procedure)


def _unit_clock(name, title, body):
    """The same for the unit, as far as it has to act."""
    return NoticeRule(f"oversight.unit_{name}", f"deadline.{name}", title, body, to=UNIT, procedure=FLOW.procedure, when=is_the_units)


NOTICES = (
    _step("list", OFFICE, _("待公开挂牌 %(number)s"), _("督导事项 %(number)s 已决定挂牌督办，请于%(due)s前公开。"),
          term=terms.LISTED_PUBLISH.name),
    _step("order_done", OFFICE, _("待验收 %(number)s"), _("挂牌督办事项 %(number)s 的责令整改事项已复查通过，请安排验收。")),
    _step("remove", OFFICE, _("待公开解除 %(number)s"), _("挂牌督办事项 %(number)s 已决定解除，请于%(due)s前在原处公开。"),
          term=terms.REMOVAL_PUBLISH.name),
    *(_step(name, UNIT, _("督导文书待签收 %(number)s"),
            _("%(office)s对本单位作出“%(label)s”的决定，编号 %(number)s，请签收文书并按要求办理。"))
      for name in ("notify", "summon")),
    NoticeRule("oversight.list_unit", "oversight.list", _("挂牌督办 %(number)s"),
               _("%(office)s决定对本单位挂牌督办，编号 %(number)s，请签收文书并按期整改。"), to=UNIT, procedure=FLOW.procedure),
    _step("ask_extension", OFFICIALS, _("待审挂牌延期 %(number)s"), _("挂牌督办事项 %(number)s 申请延期，请于%(due)s前审批。"),
          term=terms.DECIDE_EXTENSION.name),
    _step("grant_extension", UNIT, _("延期已同意 %(number)s"), _("挂牌督办期限延至%(due)s。"), term=terms.LISTED_TERM.name),
    _step("refuse_extension", UNIT, _("延期未同意 %(number)s"), _("请于%(due)s前完成整改。"), term=terms.LISTED_TERM.name),
    _step("report_stage", OFFICE, _("阶段目标已报告 %(number)s"), _("挂牌督办事项 %(number)s 的责任单位报告了阶段目标完成情况。")),
    _step("report", OFFICE, _("待验收 %(number)s"), _("挂牌督办事项 %(number)s 的责任单位已报告整改完成，请于%(due)s前验收。"),
          term=terms.INSPECT.name),
    _step("fail_inspection", UNIT, _("验收不合格 %(number)s"), _("挂牌督办事项 %(number)s 验收不合格，请于%(due)s前继续整改。"),
          term=terms.LISTED_TERM.name),
    _step("publish_removal", UNIT, _("已解除挂牌 %(number)s"), _("挂牌督办事项 %(number)s 已解除，并在原处公开。")),
    _step("miss_stage", UNIT, _("阶段目标逾期 %(number)s"), _("挂牌督办事项 %(number)s 有阶段目标超过完成期限，请立即完成并报告。")),
    _step("sign", OFFICE, _("文书已签收 %(number)s"), _("督导事项 %(number)s 的责任单位已签收文书。")),
    _step("escalate", OFFICIALS, _("提级督导 %(number)s"),
          _("%(place)s的督导事项 %(number)s 逾期未整改，已提级到本单位，请研究督导措施。")),
    _step("repeat", OFFICIALS, _("再次逾期 %(number)s"), _("督导事项 %(number)s 所涉职责再次逾期未履行。")),
    _clock("warned_48", _("48小时内到期 %(number)s"), _("督导事项 %(number)s %(label)s，%(due)s到期。")),
    _clock("warned_7d", _("7日内到期 %(number)s"), _("督导事项 %(number)s %(label)s，%(due)s到期。")),
    _clock("warned_30d", _("30日内到期 %(number)s"), _("督导事项 %(number)s %(label)s，%(due)s到期。")),
    *(_unit_clock(kind, _("期限提醒 %(number)s"), _("督导事项 %(number)s %(label)s，%(due)s到期，请抓紧整改。"))
      for kind in ("warned_60d", "warned_30d", "warned_7d", "warned_48", "warned_24")),
    _unit_clock("lapsed", _("已逾期 %(number)s"), _("督导事项 %(number)s %(label)s，应于%(due)s前完成，现已逾期，将采取下一步督导。")),
    _clock("warned_24", _("24小时内到期 %(number)s"), _("督导事项 %(number)s %(label)s，%(due)s到期。")),
    _clock("lapsed", _("已逾期 %(number)s"), _("督导事项 %(number)s %(label)s，应于%(due)s前完成，请立即办理。")),
)  # fmt: skip
