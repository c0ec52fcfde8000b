"""Who is told what about a diversion."""

from django.utils.translation import gettext_lazy as _

from disputes.diversion import terms
from disputes.diversion.flow import FLOW
from disputes.diversion.permissions import RECEIVE, SEND
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

SENDER = holders_at_office(SEND)
RECEIVER = holders_at(RECEIVE, lambda case: [case.receiver_id])


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"diversion.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def has_office(event, case):
    return case.receiver_id is not None


NOTICES = (
    _rule("sent", "diversion.send", RECEIVER, _("分流事项待接收 %(number)s"),
          _("%(place)s的一件纠纷 %(number)s 经当事人同意移送你单位，请核对材料清单，于%(due)s前确认接收。"), term=terms.RECEIVE.name,
          when=has_office),
    _rule("received", "diversion.receive", SENDER, _("对方已接收 %(number)s"), _("分流事项 %(number)s 对方已接收。")),
    _rule("declined", "diversion.decline", SENDER, _("对方不接收 %(number)s"),
          _("分流事项 %(number)s 对方不接收，理由见事项，请告知当事人。")),
    _rule("reported", "diversion.report", SENDER, _("分流有结果 %(number)s"),
          _("分流事项 %(number)s 对方已反馈结果，请告知当事人并归档。")),
    _rule("warned", "deadline.warned_24", SENDER, _("分流将到期 %(number)s"), _("分流事项 %(number)s %(label)s，%(due)s到期。")),
    _rule("lapsed", "deadline.lapsed", SENDER, _("分流已逾期 %(number)s"),
          _("分流事项 %(number)s %(label)s，应于%(due)s前完成，请立即办理。")),
)  # fmt: skip
