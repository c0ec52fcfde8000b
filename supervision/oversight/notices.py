"""Who is told of a finding. Drafts wait on the desk; notices name who must act, and when a limit has passed."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import holders_at_office
from governance.notices.table import NoticeRule
from supervision.oversight import terms
from supervision.oversight.flow import FLOW
from supervision.oversight.permissions import DECIDE, WRITE

OFFICIALS, OFFICE = holders_at_office(DECIDE), holders_at_office(WRITE)


def _step(name, to, title, body, **more):
    return NoticeRule(f"oversight.{name}", f"oversight.{name}", title, body, to=to, procedure=FLOW.procedure, **more)


def _clock(name, title, body):
    return NoticeRule(f"oversight.{name}", f"deadline.{name}", title, body, to=OFFICIALS, procedure=FLOW.procedure)


NOTICES = (
    _step("list", OFFICE, _("待公开挂牌 %(number)s"), _("督导事项 %(number)s 已决定挂牌督办，请于%(due)s前公开。"),
          term=terms.LISTED_PUBLISH.name),
    _step("order_done", OFFICE, _("待验收 %(number)s"), _("挂牌督办事项 %(number)s 的责令整改事项已复查通过，请安排验收。")),
    _step("remove", OFFICE, _("待公开解除 %(number)s"), _("挂牌督办事项 %(number)s 已决定解除，请于%(due)s前在原处公开。"),
          term=terms.REMOVAL_PUBLISH.name),
    _step("escalate", OFFICIALS, _("提级督导 %(number)s"),
          _("%(place)s的督导事项 %(number)s 逾期未整改，已提级到本单位，请研究督导措施。")),
    _step("repeat", OFFICIALS, _("再次逾期 %(number)s"), _("督导事项 %(number)s 所涉职责再次逾期未履行。")),
    _clock("warned_48", _("48小时内到期 %(number)s"), _("督导事项 %(number)s %(label)s，%(due)s到期。")),
    _clock("warned_7d", _("7日内到期 %(number)s"), _("督导事项 %(number)s %(label)s，%(due)s到期。")),
    _clock("warned_30d", _("30日内到期 %(number)s"), _("督导事项 %(number)s %(label)s，%(due)s到期。")),
    _clock("lapsed", _("已逾期 %(number)s"), _("督导事项 %(number)s %(label)s，应于%(due)s前完成，请立即办理。")),
)  # fmt: skip
