"""Art. 9, 59: what a resident says of an office or a duty, from the receipt to the answer, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import RESIDENT, SYSTEM, Flow, Step
from supervision.tips import permissions as may
from supervision.tips import terms
from supervision.tips.enums import FINAL
from supervision.tips.enums import State as S

CITED = _("条例第九条、第五十九条")
OVERSEEN = _("条例第五十八条、第五十九条")

FLOW = Flow(
    procedure="tips",
    label=_("监督我们"),
    article=_("《呼和浩特市社会治理促进条例》第九条、第五十九条；时限见“办理时限”，均注明依据。"),
    person=_("来信人"),
    words={"unit": _("责任单位"), "ground": _("情形")},
    final=FINAL,
    opening=Step("file", _("提交"), target=S.FILED, needs=RESIDENT, starts=(terms.ACCEPT,), article=CITED, public=True),
    steps=(
        Step("accept", _("受理"), (S.FILED,), S.CHECKING, may.HANDLE, held=True, meets=(terms.ACCEPT,), starts=(terms.ANSWER,),
             article=CITED, public=True, main=True),
        Step("not_accept", _("不予受理"), (S.FILED,), S.NOT_ACCEPTED, may.HANDLE, held=True, note_required=True, meets=(terms.ACCEPT,),
             public=True),
        Step("pass_on", _("转12345办理"), (S.FILED, S.CHECKING), S.PASSED_ON, may.HANDLE, held=True, note_required=True,
             meets=(terms.ACCEPT, terms.ANSWER), article=_("条例第四十三条"), public=True),
        Step("raise", _("转督导线索"), (S.CHECKING,), S.RAISED, may.HANDLE, held=True, note_required=True, fields=("unit", "ground"),
             pauses=(terms.ANSWER,), article=OVERSEEN, public=True, main=True),
        Step("come_back", _("督导已有结果"), (S.RAISED,), S.CHECKING, SYSTEM, resumes=(terms.ANSWER,), public=True),
        Step("progress", _("记录核实情况"), (S.CHECKING, S.RAISED), None, may.HANDLE, held=True, note_required=True, rare=True),
        Step("answer", _("答复"), (S.CHECKING, S.RAISED), S.ANSWERED, may.HANDLE, held=True, note_required=True, meets=(terms.ANSWER,),
             article=CITED, public=True, main=True),
        Step("withdraw", _("撤回"), (S.FILED, S.CHECKING), S.WITHDRAWN, RESIDENT, note_required=True, public=True),
        Step("erase_contact", _("删除联系方式"), tuple(sorted(FINAL)), None, SYSTEM),
    ),
)  # fmt: skip
