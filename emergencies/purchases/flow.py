"""Art. 37 para 1: the yearly purchase plan, drawn up by the department of emergency management together with those concerned."""

from django.utils.translation import gettext_lazy as _

from emergencies.purchases import permissions as may
from emergencies.purchases import terms
from emergencies.purchases.enums import FINAL
from emergencies.purchases.enums import State as S
from governance.flow.table import Among, Another, Flow, Step

CITED = _("条例第三十七条第一款")

ANOTHER = Another(_("编制人不能审定自己编制的计划，请由同事审定。"), columns=("drafter",))

FLOW = Flow(
    procedure="purchases",
    label=_("应急物资购置计划"),
    article=_("《呼和浩特市社会治理促进条例》第三十七条第一款：会同相关部门确定年度购置计划。"),
    final=FINAL,
    opening=Step("draft", _("编制计划"), target=S.DRAFTED, needs=may.PLAN, article=CITED),
    steps=(
        Step("adjust", _("调整购置数量"), (S.DRAFTED,), None, may.PLAN, held=True, fields=("amounts",), article=CITED),
        Step("circulate", _("送相关部门会签"), (S.DRAFTED,), S.CIRCULATED, may.PLAN, held=True, starts=(terms.CONCUR,), article=CITED,
             main=True),
        Step("concur", _("会签同意"), (S.CIRCULATED,), None, may.CONCUR, held=Among("awaited_ids"), article=CITED, main=True),
        Step("object", _("提出意见，退回修改"), (S.CIRCULATED,), S.DRAFTED, may.CONCUR, held=Among("awaited_ids"), note_required=True,
             drops=(terms.CONCUR,), article=CITED),
        Step("approve", _("审定"), (S.CIRCULATED,), S.APPROVED, may.APPROVE, held=True, second=ANOTHER, meets=(terms.CONCUR,),
             starts=(terms.FINISH,), article=CITED, main=True),
        Step("return_draft", _("退回修改"), (S.CIRCULATED,), S.DRAFTED, may.APPROVE, held=True, note_required=True, drops=(terms.CONCUR,)),
        Step("finish", _("完成并小结"), (S.APPROVED,), S.FINISHED, may.PLAN, held=True, note_required=True, meets=(terms.FINISH,),
             article=CITED, main=True),
        Step("withdraw", _("撤回计划"), (S.DRAFTED,), S.WITHDRAWN, may.PLAN, held=True, note_required=True, rare=True),
    ),
)  # fmt: skip
