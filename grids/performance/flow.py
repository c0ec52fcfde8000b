"""Art. 50: a grid worker objects to a figure, the township answers with a reason and corrects it, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import Flow, Step
from grids.performance import permissions as may
from grids.performance import terms
from grids.performance.enums import FINAL
from grids.performance.enums import State as S

CITED = _("条例第五十条")

FLOW = Flow(
    procedure="performance",
    label=_("绩效异议"),
    article=_("《呼和浩特市社会治理促进条例》第五十条；时限见“办理时限”，均注明依据。"),
    person=_("网格员"),
    words={"done": _("更正后完成数"), "due": _("更正后应完成数")},
    final=FINAL,
    opening=Step("object", _("提出异议"), target=S.OPEN, needs=may.OWN, starts=(terms.ANSWER,), article=CITED),
    steps=(
        Step("uphold", _("采纳并更正"), (S.OPEN,), S.UPHELD, may.MANAGE, held=True, note_required=True, fields=("done", "due"),
             meets=(terms.ANSWER,), article=CITED, main=True),
        Step("reject", _("维持原数"), (S.OPEN,), S.REJECTED, may.MANAGE, held=True, note_required=True, meets=(terms.ANSWER,),
             article=CITED),
        Step("take_back", _("撤回异议"), (S.OPEN,), S.TAKEN_BACK, may.OWN, note_required=True),
    ),
)  # fmt: skip
