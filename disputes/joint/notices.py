"""Who is told what about a joint mediation."""

from django.utils.translation import gettext_lazy as _

from disputes.joint import terms
from disputes.joint.flow import FLOW
from disputes.joint.permissions import ANSWER
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

AWAITED = holders_at(ANSWER, lambda case: case.awaited_ids)
ALL = holders_at(ANSWER, lambda case: case.office_ids)
ORGANISER = holders_at_office(ANSWER)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"joint.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("invited", "joint.open", AWAITED, _("邀请联合调解 %(number)s"),
          _("%(place)s的一件纠纷邀请你单位联合调解，编号 %(number)s，请于%(due)s前答复是否参加。"), term=terms.ANSWER.name),
    _rule("invited_later", "joint.invite", AWAITED, _("邀请联合调解 %(number)s"),
          _("%(place)s的一件纠纷邀请你单位联合调解，编号 %(number)s，请答复。")),
    _rule("begun", "joint.begin", ALL, _("联合调解开始 %(number)s"), _("联合调解 %(number)s 各单位已答复，开始调解。")),
    _rule("lead_changed", "joint.change_lead", ALL, _("牵头单位已变更 %(number)s"), _("联合调解 %(number)s 的牵头单位已变更，请查看。")),
    _rule("concluded", "joint.conclude", ALL, _("联合调解结束 %(number)s"), _("联合调解 %(number)s 已登记结果。")),
    _rule("lapsed", "deadline.lapsed", ORGANISER, _("联合调解逾期未答复 %(number)s"),
          _("联合调解 %(number)s 有单位未在%(due)s前答复，请催办或者先行调解。")),
)  # fmt: skip
