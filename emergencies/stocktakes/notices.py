"""Who is told of a count: the office that keeps the warehouse, and the departments that command it when it lapses."""

from django.utils.translation import gettext_lazy as _

from emergencies.stocktakes import terms
from emergencies.stocktakes.flow import FLOW
from emergencies.stocktakes.permissions import COUNT, VIEW
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

KEEPERS, COMMAND = holders_at_office(COUNT), holders_at(VIEW, lambda count: count.warehouse.command_ids)


def _rule(name, event, title, body, to=KEEPERS, **more):
    return NoticeRule(f"stocktakes.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def is_count(event, case):
    return event.data["term"] == terms.COUNT.name


NOTICES = (
    _rule("opened", "stocktakes.open", _("仓库待盘点 %(number)s"), _("仓库盘点 %(number)s 已安排，请于%(due)s前完成。"),
          term=terms.COUNT.name),
    _rule("recorded", "stocktakes.record", _("盘点待审核 %(number)s"),
          _("盘点 %(number)s 已登记结果，请盘点人以外的同事于%(due)s前审核。"), term=terms.SETTLE.name),
    _rule("again", "stocktakes.count_again", _("盘点退回 %(number)s"), _("盘点 %(number)s 已退回，请重新盘点，原因见办理经过。")),
    *(
        _rule(f"warned_{days}d", f"deadline.warned_{days}d", _("仓库盘点将到期 %(number)s"), _("仓库盘点 %(number)s 应于%(due)s前完成。"))
        for days in (30, 7)
    ),
    _rule("lapsed", "deadline.lapsed", _("仓库盘点已逾期 %(number)s"), _("盘点 %(number)s %(label)s，应于%(due)s前完成，请立即办理。")),
    _rule("lapsed_command", "deadline.lapsed", _("仓库未按期盘点 %(number)s"),
          _("%(office)s的仓库盘点 %(number)s 应于%(due)s前完成，请督促。"), to=COMMAND, when=is_count),
)  # fmt: skip
