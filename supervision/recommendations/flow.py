"""Art. 59: a recommendation of the supervisory commission, a court or a procuratorate, from service to the sender's word, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import Flow, Step
from supervision.recommendations import permissions as may
from supervision.recommendations import terms
from supervision.recommendations.enums import FINAL
from supervision.recommendations.enums import State as S

CITED = _("条例第五十九条")
OBJECTION = _("条例第五十九条；人民检察院检察建议工作规定第二十三条")
SENDER = "sender"  # the body that recommends takes the step, not the office that holds the case


def judges(case, office):
    """The sender; of what came on paper also the leading group's office, which takes down the sender's word."""
    return office == case.sender_id or (case.on_paper and office == case.watcher_id)


def registers(case, office):
    """The unit itself, or the leading group's office for it."""
    return office in (case.unit_id, case.watcher_id)


def may_refer(case):
    """What is answered badly, or not answered in time."""
    return case.state == S.ANSWERED or case.kept is False


FLOW = Flow(
    procedure="recommendations",
    label=_("监察、司法、检察建议"),
    article=_("《呼和浩特市社会治理促进条例》第五十九条；时限见“办理时限”，均注明依据。"),
    words={"amount": _("申请延长"), "ground": _("情形")},
    final=FINAL,
    opening=Step("send", _("发出建议"), target=S.SENT, needs=may.SEND, starts=(terms.RECEIVE,), article=CITED),
    steps=(
        Step("receive", _("签收"), (S.SENT,), S.RECEIVED, may.ANSWER, held=True, fields=("receiver",), meets=(terms.RECEIVE,),
             starts=(terms.ANSWER,), article=CITED, main=True),
        Step("record_paper", _("登记收文"), (S.SENT,), S.RECEIVED, may.REGISTER, held=registers, fields=("received_on", "way", "receiver"),
             meets=(terms.RECEIVE,), article=CITED, main=True, when=lambda case: case.on_paper),
        Step("answer", _("答复"), (S.RECEIVED,), S.ANSWERED, may.ANSWER, held=True, note_required=True, fields=("reply_number", "files"),
             meets=(terms.ANSWER,), drops=(terms.DECIDE_EXTENSION,), starts=(terms.JUDGE,), article=CITED, main=True),
        Step("ask_extension", _("申请延期"), (S.RECEIVED,), None, may.ANSWER, held=True, note_required=True, fields=("amount",),
             starts=(terms.DECIDE_EXTENSION,), when=lambda case: not case.extension_asked and case.answer_by is None),
        Step("grant_extension", _("同意延期"), (S.RECEIVED,), None, may.JUDGE, held=judges, note_required=True,
             meets=(terms.DECIDE_EXTENSION,), when=lambda case: case.extension_asked, main=True),
        Step("refuse_extension", _("不同意延期"), (S.RECEIVED,), None, may.JUDGE, held=judges, note_required=True,
             meets=(terms.DECIDE_EXTENSION,), when=lambda case: case.extension_asked),
        Step("object", _("提出异议"), (S.RECEIVED,), None, may.ANSWER, held=True, note_required=True, article=OBJECTION, rare=True,
             when=lambda case: case.objected_at is None),
        Step("uphold", _("复核：维持建议"), (S.RECEIVED,), None, may.JUDGE, held=judges, note_required=True, article=OBJECTION,
             when=lambda case: case.objection_open, main=True),
        Step("set_day", _("调整答复日期"), (S.RECEIVED,), None, may.JUDGE, held=judges, note_required=True, fields=("answer_by",),
             starts=(terms.ANSWER,), rare=True),
        Step("remind", _("催办"), (S.SENT, S.RECEIVED), None, may.SEND, held=SENDER, note_required=True, rare=True),
        Step("accept", _("评价：采纳"), (S.ANSWERED,), S.ADOPTED, may.JUDGE, held=judges, fields=("files",), meets=(terms.JUDGE,),
             article=CITED, main=True),
        Step("accept_partly", _("评价：部分采纳"), (S.ANSWERED,), S.PARTLY, may.JUDGE, held=judges, note_required=True, fields=("files",),
             meets=(terms.JUDGE,), article=CITED),
        Step("ask_again", _("评价：未采纳，再次答复"), (S.ANSWERED,), S.RECEIVED, may.JUDGE, held=judges, note_required=True,
             fields=("answer_by", "files"), meets=(terms.JUDGE,), article=CITED),
        Step("refer", _("转督导线索"), (S.RECEIVED, S.ANSWERED), S.REFERRED, may.JUDGE, held=judges, note_required=True, fields=("ground",),
             meets=(terms.JUDGE,), article=_("条例第五十八条、第五十九条"), when=may_refer),
        Step("withdraw", _("撤回建议"), (S.SENT, S.RECEIVED), S.WITHDRAWN, may.SEND, held=SENDER, note_required=True, article=OBJECTION,
             rare=True),
    ),
)  # fmt: skip
