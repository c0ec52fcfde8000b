"""Who is told of a release: the keeper of the warehouse, whoever signs for it, and who gave the order."""

from django.utils.translation import gettext_lazy as _

from emergencies.releases import terms
from emergencies.releases.flow import FLOW
from emergencies.releases.permissions import ORDER, RECEIVE, SEND
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

KEEPER = holders_at_office(SEND)
RECEIVER = holders_at(RECEIVE, lambda order: [order.receiver_id or order.office_id])
COMMAND = holders_at(ORDER, lambda order: [order.commander_id])


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"releases.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("ordered", "releases.order", KEEPER, _("动用指令 %(number)s"),
          _("应急物资动用指令 %(number)s 已下达，请于%(due)s前备货。"), term=terms.PICK.name),
    _rule("sent", "releases.send", RECEIVER, _("应急物资已出库 %(number)s"),
          _("应急物资 %(number)s 已出库，到货后请清点签收。"), term=terms.RECEIVE.name),
    _rule("received", "releases.receive", KEEPER, _("应急物资已签收 %(number)s"),
          _("应急物资 %(number)s 已签收，请于%(due)s前登记归还或者核销。"), term=terms.CLOSE.name),
    _rule("received_command", "releases.receive", COMMAND, _("应急物资已签收 %(number)s"), _("应急物资 %(number)s 已由接收单位签收。")),
    _rule("withdrawn", "releases.withdraw", KEEPER, _("动用指令已撤销 %(number)s"),
          _("动用指令 %(number)s 已撤销，已备货的自动退回货架。")),
    _rule("lapsed", "deadline.lapsed", KEEPER, _("动用指令已逾期 %(number)s"),
          _("动用指令 %(number)s %(label)s，应于%(due)s前完成，请立即办理。")),
    _rule("lapsed_command", "deadline.lapsed", COMMAND, _("动用指令已逾期 %(number)s"),
          _("动用指令 %(number)s %(label)s，应于%(due)s前完成，请督促。")),
)  # fmt: skip
