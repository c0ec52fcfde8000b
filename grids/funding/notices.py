"""Who is told what about money: who pays, and who receives."""

from django.utils.translation import gettext_lazy as _

from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule
from grids.funding import terms
from grids.funding.flow import FLOW
from grids.funding.permissions import CONFIRM, PAY

PAYER, RECEIVER = holders_at_office(PAY), holders_at(CONFIRM, lambda case: [case.receiver_id])


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"funding.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def is_payment(event, case):
    return event.data["term"] == terms.PAY.name


def is_receipt(event, case):
    return event.data["term"] == terms.RECEIPT.name


NOTICES = (
    _rule("paid", "funding.pay", RECEIVER, _("准入经费待确认到账 %(number)s"), _("%(office)s已拨付 %(number)s，请在%(due)s前确认到账。"),
          term=terms.RECEIPT.name),
    _rule("not_received", "funding.not_received", PAYER, _("准入经费未到账 %(number)s"), _("%(place)s未收到 %(number)s 的款项，请核对。")),
    _rule("reminded", "funding.remind", PAYER, _("准入经费催办 %(number)s"), _("请拨付 %(number)s，期限%(due)s。"), term=terms.PAY.name),
    _rule("warned", "deadline.warned_7d", PAYER, _("准入经费将到期 %(number)s"), _("经费 %(number)s %(due)s到期。"), when=is_payment),
    _rule("late", "deadline.lapsed", PAYER, _("准入经费逾期未拨 %(number)s"), _("应于%(due)s前足额拨付%(place)s，请立即办理。"),
          when=is_payment),
    _rule("late_receiver", "deadline.lapsed", RECEIVER, _("准入经费逾期未到 %(number)s"),
          _("%(office)s应于%(due)s前拨付的经费未足额到账，编号 %(number)s，可以催办。"), when=is_payment),
    _rule("receipt_late", "deadline.lapsed", RECEIVER, _("到账未确认 %(number)s"), _("请确认 %(number)s 是否到账。"), when=is_receipt),
)  # fmt: skip
