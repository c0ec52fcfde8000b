"""Art. 37: what a warehouse keeps of one kind of goods, against how much it must keep, as one table. The stock itself moves the card."""

from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles import permissions as may
from emergencies.stockpiles import terms
from emergencies.stockpiles.enums import FINAL
from emergencies.stockpiles.enums import State as S
from governance.flow.table import SYSTEM, Among, Flow, Step

CITED = _("条例第三十七条")
STANDING = (S.EMPTY, S.SHORT, S.KEPT)

FLOW = Flow(
    procedure="stockpiles",
    label=_("应急物资储备"),
    article=_("《呼和浩特市社会治理促进条例》第三十七条；补足和轮换的期限见“办理时限”。"),
    final=FINAL,
    opening=Step("open", _("建立储备卡"), target=S.EMPTY, needs=may.KEEP, article=CITED),
    steps=(
        Step("set_need", _("核定储备定额"), STANDING, None, may.SET_NEED, held=Among("command_ids"), note_required=True, fields=("need",),
             article=CITED, main=True),
        Step("fall_short", _("低于定额"), (S.EMPTY, S.KEPT), S.SHORT, SYSTEM, starts=(terms.RESTOCK,), article=CITED),
        Step("fill_up", _("达到定额"), (S.EMPTY, S.SHORT), S.KEPT, SYSTEM, meets=(terms.RESTOCK,)),
        Step("run_out", _("出清"), (S.SHORT, S.KEPT), S.EMPTY, SYSTEM, meets=(terms.RESTOCK,)),
        Step("date_rotation", _("确定轮换日期"), STANDING, None, SYSTEM, starts=(terms.ROTATE,), article=CITED),
        Step("put_off_rotation", _("已轮换，后延日期"), STANDING, None, SYSTEM, meets=(terms.ROTATE,), starts=(terms.ROTATE,)),
        Step("end_rotation", _("没有待轮换批次"), STANDING, None, SYSTEM, meets=(terms.ROTATE,)),
        Step("near_expiry", _("临近轮换"), STANDING, None, SYSTEM),
        Step("end", _("撤销储备"), STANDING, S.ENDED, may.SET_NEED, held=Among("command_ids"), note_required=True, rare=True),
    ),
)  # fmt: skip
