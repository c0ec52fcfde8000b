"""Art. 38 and 42: a dispute is handed on to another way with its papers, taken there, and its result, or itself, comes back."""

from django.utils.translation import gettext_lazy as _

from disputes.diversion import permissions as may
from disputes.diversion import terms
from disputes.diversion.enums import FINAL
from disputes.diversion.enums import State as S
from governance.flow.table import Flow, Step

CITED = _("条例第三十八条、第四十二条")


def receives(case, office):
    """The office that gets it, where the portal knows it."""
    return office == case.receiver_id


def has_no_office(case):
    """Whoever gets it does not work with this portal: the sender writes down what it says."""
    return case.receiver_id is None


FLOW = Flow(
    procedure="diversion",
    label=_("分流衔接"),
    article=_("《呼和浩特市社会治理促进条例》第三十八条、第四十二条；时限见“办理时限”。"),
    words={"received_by": _("接收人"), "their_number": _("对方案号、文号")},
    final=FINAL,
    opening=Step("open", _("登记分流"), target=S.PREPARED, starts=(terms.SEND,), article=CITED),
    steps=(
        Step("send", _("移送"), (S.PREPARED,), S.SENT, may.SEND, held=True, meets=(terms.SEND,), starts=(terms.RECEIVE,),
             article=CITED, main=True),
        Step("receive", _("接收"), (S.SENT,), S.RECEIVED, may.RECEIVE, held=receives, fields=("received_by", "their_number"),
             meets=(terms.RECEIVE,), starts=(terms.ASK,), article=CITED, main=True),
        Step("note_receipt", _("登记接收"), (S.SENT,), S.RECEIVED, may.SEND, held=True, fields=("received_by", "their_number"),
             meets=(terms.RECEIVE,), starts=(terms.ASK,), article=CITED, main=True, when=has_no_office),
        Step("decline", _("不接收"), (S.SENT,), S.NOT_TAKEN, may.RECEIVE, held=receives, note_required=True, meets=(terms.RECEIVE,)),
        Step("note_declined", _("登记对方不接收"), (S.SENT,), S.NOT_TAKEN, may.SEND, held=True, note_required=True,
             meets=(terms.RECEIVE,), when=has_no_office),
        Step("report", _("反馈结果"), (S.RECEIVED,), S.CONCLUDED, may.RECEIVE, held=receives, note_required=True, fields=("result",),
             meets=(terms.ASK,), article=CITED, main=True),
        Step("note_result", _("登记结果"), (S.RECEIVED,), S.CONCLUDED, may.SEND, held=True, note_required=True, fields=("result",),
             meets=(terms.ASK,), article=CITED, main=True),
        Step("ask_after", _("查询进展"), (S.RECEIVED,), None, may.SEND, held=True, note_required=True, meets=(terms.ASK,),
             starts=(terms.ASK,)),
        Step("bring_back", _("转回调解"), (S.RECEIVED,), S.BROUGHT_BACK, may.SEND, held=True, note_required=True, meets=(terms.ASK,),
             article=CITED),
        Step("call_off", _("撤销分流"), (S.PREPARED, S.SENT), S.CALLED_OFF, may.SEND, held=True, note_required=True),
    ),
)  # fmt: skip
