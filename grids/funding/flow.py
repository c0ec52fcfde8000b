"""Art. 49 费随事转: what a department owes a township for a duty in a year, until it has arrived, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import SYSTEM, Flow, Step
from grids.funding import permissions as may
from grids.funding import terms
from grids.funding.enums import FINAL
from grids.funding.enums import State as S
from grids.funding.rules import settles

CITED = _("条例第四十九条")


def arrives_whole(case):
    return settles(case.owed, case.received, case.paying)


FLOW = Flow(
    procedure="funding",
    label=_("准入事项经费"),
    article=_("《呼和浩特市社会治理促进条例》第四十九条（费随事转）；时限见“办理时限”，均注明依据。"),
    words={"amount": _("拨付金额（元）")},
    final=FINAL,
    opening=Step("owe", _("形成应拨经费"), target=S.OWED, starts=(terms.PAY,), article=CITED),
    steps=(
        Step("pay", _("登记拨付"), (S.OWED,), S.PAID, may.PAY, held=True, fields=("amount", "paid_on", "voucher"),
             starts=(terms.RECEIPT,), article=CITED, main=True),
        Step("confirm", _("确认足额到账"), (S.PAID,), S.SETTLED, may.CONFIRM, held="receiver", meets=(terms.RECEIPT, terms.PAY),
             when=arrives_whole, article=CITED, main=True),
        Step("confirm_part", _("确认部分到账"), (S.PAID,), S.OWED, may.CONFIRM, held="receiver", meets=(terms.RECEIPT,),
             when=lambda case: not arrives_whole(case), article=CITED, main=True),
        Step("not_received", _("未收到"), (S.PAID,), S.OWED, may.CONFIRM, held="receiver", note_required=True, meets=(terms.RECEIPT,)),
        Step("remind", _("催办"), (S.OWED,), None, may.PRESS),
        Step("adjust", _("核减应拨额"), (S.OWED,), None, may.SUPERVISE, note_required=True, fields=("owed",)),
        Step("waive", _("不再拨付"), (S.OWED,), S.WAIVED, may.SUPERVISE, note_required=True, rare=True),
        Step("recount", _("按实施月数重算"), (S.OWED,), None, SYSTEM, fields=("months", "owed")),
        Step("settle", _("重算后已足额"), (S.OWED,), S.SETTLED, SYSTEM, fields=("months", "owed"), meets=(terms.PAY,)),
    ),
)  # fmt: skip
