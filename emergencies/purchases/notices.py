"""Who is told of a purchase plan: the departments that are asked, and those who draw it up."""

from django.utils.translation import gettext_lazy as _

from emergencies.purchases import terms
from emergencies.purchases.flow import FLOW
from emergencies.purchases.permissions import CONCUR, PLAN
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

PLANNERS, ASKED = holders_at_office(PLAN), holders_at(CONCUR, lambda plan: plan.awaited_ids)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"purchases.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("circulated", "purchases.circulate", ASKED, _("购置计划待会签 %(number)s"),
          _("%(office)s的应急物资购置计划 %(number)s 请于%(due)s前会签。"), term=terms.CONCUR.name),
    _rule("concurred", "purchases.concur", PLANNERS, _("购置计划已会签 %(number)s"), _("购置计划 %(number)s 有部门会签同意，请查看进度。")),
    _rule("objected", "purchases.object", PLANNERS, _("购置计划退回修改 %(number)s"),
          _("购置计划 %(number)s 会签有意见，内容见办理经过。")),
    _rule("approved", "purchases.approve", PLANNERS, _("购置计划已审定 %(number)s"),
          _("购置计划 %(number)s 已审定，请于%(due)s前完成购置入库。"), term=terms.FINISH.name),
    *(
        _rule(f"warned_{days}d", f"deadline.warned_{days}d", PLANNERS, _("年度购置将到期 %(number)s"),
              _("购置计划 %(number)s 应于%(due)s前完成，请抓紧购置入库。"))
        for days in (60, 30, 7)
    ),
    _rule("lapsed", "deadline.lapsed", PLANNERS, _("购置计划已逾期 %(number)s"), _("购置计划 %(number)s %(label)s，应于%(due)s前完成。")),
)  # fmt: skip
