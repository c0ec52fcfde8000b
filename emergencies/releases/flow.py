"""Art. 37 para 1: goods leave a warehouse by a release order alone; ordered, picked, sent, received, returned, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.releases import permissions as may
from emergencies.releases import terms
from emergencies.releases.enums import FINAL
from emergencies.releases.enums import State as S
from governance.flow.table import Flow, Step

CITED = _("条例第三十七条第一款")


def to_receiver(order, office):
    """Who signs: the office it is sent to, or the keeper itself where the goods leave for good."""
    return office == (order.receiver_id or order.office_id)


FLOW = Flow(
    procedure="releases",
    label=_("应急物资动用"),
    article=_("《呼和浩特市社会治理促进条例》第三十七条第一款：应急管理部门下达动用指令。时限见“办理时限”。"),
    final=FINAL,
    opening=Step("order", _("下达动用指令"), target=S.ORDERED, needs=may.ORDER, starts=(terms.PICK,), article=CITED),
    steps=(
        Step("pick", _("备货"), (S.ORDERED,), S.PICKED, may.SEND, held=True, meets=(terms.PICK,), starts=(terms.SEND,), article=CITED,
             main=True),
        Step("send", _("出库"), (S.PICKED,), S.OUT, may.SEND, held=True, meets=(terms.SEND,), starts=(terms.RECEIVE,), article=CITED,
             main=True),
        Step("receive", _("签收"), (S.OUT,), S.RECEIVED, may.RECEIVE, held=to_receiver, fields=("amounts",), meets=(terms.RECEIVE,),
             starts=(terms.CLOSE,), article=CITED, main=True),
        Step("give_back", _("登记归还"), (S.RECEIVED,), None, may.SEND, held=True, fields=("amounts",),
             when=lambda order: order.may_come_back),
        Step("close", _("核销办结"), (S.RECEIVED,), S.CLOSED, may.SEND, held=True, meets=(terms.CLOSE,), article=CITED, main=True),
        Step("withdraw", _("撤销指令"), (S.ORDERED, S.PICKED), S.WITHDRAWN, may.ORDER, held="commander", note_required=True, article=CITED,
             rare=True),
    ),
)  # fmt: skip
