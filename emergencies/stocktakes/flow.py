"""A count of a warehouse: owed at a fixed interval, counted by one, settled by another; differences are booked with their reason."""

from django.utils.translation import gettext_lazy as _

from emergencies.stocktakes import permissions as may
from emergencies.stocktakes import terms
from emergencies.stocktakes.enums import FINAL
from emergencies.stocktakes.enums import State as S
from governance.flow.table import SYSTEM, Another, Flow, Step

CITED = _("条例第三十七条第二款")

ANOTHER = Another(_("盘点人不能审核自己的盘点，请由同事审核。"), columns=("counter",))

FLOW = Flow(
    procedure="stocktakes",
    label=_("应急物资盘点"),
    article=_("《呼和浩特市社会治理促进条例》第三十七条第二款；盘点周期见“办理时限”。"),
    final=FINAL,
    opening=Step("open", _("安排盘点"), target=S.DUE, needs=SYSTEM, starts=(terms.COUNT,), article=CITED),
    steps=(
        Step("record", _("登记盘点结果"), (S.DUE,), S.COUNTED, may.COUNT, held=True, fields=("counted",),
             meets=(terms.COUNT, terms.RECOUNT), starts=(terms.SETTLE,), article=CITED, main=True),
        Step("settle", _("审核并调整账面"), (S.COUNTED,), S.SETTLED, may.SETTLE, held=True, second=ANOTHER, meets=(terms.SETTLE,),
             article=CITED, main=True),
        Step("count_again", _("退回重新盘点"), (S.COUNTED,), S.DUE, may.SETTLE, held=True, note_required=True, meets=(terms.SETTLE,),
             starts=(terms.RECOUNT,)),
        Step("drop", _("仓库停用，不再盘点"), (S.DUE, S.COUNTED), S.DROPPED, SYSTEM),
    ),
)  # fmt: skip
