"""Who is told what about reserves, and when: the keeper of the card, and the departments that command what lies there."""

from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles import terms
from emergencies.stockpiles.flow import FLOW
from emergencies.stockpiles.permissions import KEEP, SET_NEED
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

KEEPER = holders_at_office(KEEP)
COMMAND = holders_at(SET_NEED, lambda card: card.command_ids)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"stockpiles.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("need_set", "stockpiles.set_need", KEEPER, _("储备定额已核定 %(number)s"),
          _("储备卡 %(number)s 的储备定额已核定，请按定额储备。")),
    _rule("fell_short", "stockpiles.fall_short", KEEPER, _("物资低于储备定额 %(number)s"),
          _("%(place)s的储备卡 %(number)s 低于定额，请于%(due)s前补足。"), term=terms.RESTOCK.name),
    _rule("fell_short_command", "stockpiles.fall_short", COMMAND, _("物资低于储备定额 %(number)s"),
          _("%(office)s的储备卡 %(number)s 低于定额，应于%(due)s前补足。"), term=terms.RESTOCK.name),
    *(
        _rule(f"warned_{days}d", f"deadline.warned_{days}d", KEEPER, _("储备物资待轮换 %(number)s"),
              _("储备卡 %(number)s 有批次应于%(due)s前轮换，请安排轮换。"))
        for days in (60, 30, 7)
    ),
    _rule("warned_48h", "deadline.warned_48", KEEPER, _("储备事项48小时内到期 %(number)s"),
          _("储备卡 %(number)s %(label)s，%(due)s到期。")),
    _rule("lapsed", "deadline.lapsed", KEEPER, _("储备事项已逾期 %(number)s"),
          _("储备卡 %(number)s %(label)s，应于%(due)s前完成，请立即办理。")),
    _rule("lapsed_command", "deadline.lapsed", COMMAND, _("储备事项已逾期 %(number)s"),
          _("%(office)s的储备卡 %(number)s %(label)s，应于%(due)s前完成，请督促。")),
)  # fmt: skip
