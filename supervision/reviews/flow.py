"""Art. 59: a review of the people's congress, from its questions to the last thing that is followed up, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import SYSTEM, Among, Flow, Step
from supervision.reviews import permissions as may
from supervision.reviews import terms
from supervision.reviews.enums import FINAL
from supervision.reviews.enums import State as S

CITED = _("条例第五十九条")
OPEN = (S.ASKED, S.ANSWERED, S.FOLLOWING)
AWAITED, FOLLOWED = Among("awaited_ids"), Among("followed_ids")

FLOW = Flow(
    procedure="reviews",
    label=_("人大监督"),
    article=_("《呼和浩特市社会治理促进条例》第五十九条；时限见“办理时限”，均注明依据。"),
    words={"question": _("问题"), "until": _("跟踪日期"), "ground": _("情形")},
    final=FINAL,
    opening=Step("ask", _("提出询问"), target=S.ASKED, needs=may.ASK, starts=(terms.ANSWER,), article=CITED),
    steps=(
        Step("answer", _("答复"), (S.ASKED,), None, may.ANSWER, held=AWAITED, note_required=True, fields=("question", "files"),
             article=CITED, main=True),
        Step("complete", _("全部答复"), (S.ASKED,), S.ANSWERED, SYSTEM, meets=(terms.ANSWER,), starts=(terms.ASSESS,), article=CITED),
        Step("return", _("退回重新答复"), (S.ANSWERED,), S.ASKED, may.ASK, held=True, note_required=True, fields=("questions",),
             meets=(terms.ASSESS,), starts=(terms.ANSWER,), article=CITED),
        Step("assess", _("评议"), (S.ANSWERED,), S.FOLLOWING, may.ASK, held=True, note_required=True, fields=("satisfaction",),
             meets=(terms.ASSESS,), starts=(terms.FOLLOW_UP,), article=CITED, main=True),
        Step("follow", _("确定跟踪事项"), (S.ANSWERED, S.FOLLOWING), None, may.ASK, held=True, note_required=True,
             fields=("question", "until"), article=CITED),
        Step("report", _("报告落实情况"), (S.ANSWERED, S.FOLLOWING), None, may.ANSWER, held=FOLLOWED, note_required=True,
             fields=("question", "files"), article=CITED, main=True),
        Step("settle", _("跟踪事项办结"), (S.ANSWERED, S.FOLLOWING), None, may.ASK, held=True, note_required=True, fields=("question",),
             article=CITED, main=True, when=lambda case: case.reported),
        Step("miss", _("跟踪事项逾期"), (S.ANSWERED, S.FOLLOWING), None, SYSTEM),
        Step("publish", _("公开问答"), (S.ANSWERED, S.FOLLOWING, S.CLOSED), None, may.ASK, held=True, fields=("public_text",),
             article=CITED, when=lambda case: case.published_at is None),
        Step("refer", _("转督导线索"), (S.ANSWERED, S.FOLLOWING), None, may.ASK, held=True, note_required=True,
             fields=("question", "ground"), article=_("条例第五十八条、第五十九条"), rare=True),
        Step("close", _("办结"), (S.FOLLOWING,), S.CLOSED, may.ASK, held=True, note_required=True, meets=(terms.FOLLOW_UP,),
             article=CITED),
        Step("withdraw", _("撤回"), (S.ASKED,), S.WITHDRAWN, may.ASK, held=True, note_required=True, rare=True),
    ),
)  # fmt: skip
