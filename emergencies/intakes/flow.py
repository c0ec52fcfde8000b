"""Art. 37: what comes into a warehouse, registered by one and inspected by another, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.intakes import permissions as may
from emergencies.intakes import terms
from emergencies.intakes.enums import FINAL
from emergencies.intakes.enums import State as S
from governance.flow.table import Another, Flow, Step

CITED = _("条例第三十七条第二款")

ANOTHER = Another(_("登记人不能验收自己登记的到货，请由同事验收。"), columns=("registrar",))

FLOW = Flow(
    procedure="intakes",
    label=_("应急物资入库"),
    article=_("《呼和浩特市社会治理促进条例》第三十七条第二款；登记人和验收人分开。"),
    final=FINAL,
    opening=Step("register", _("登记到货"), target=S.REGISTERED, needs=may.REGISTER, starts=(terms.INSPECT,), article=CITED),
    steps=(
        Step("accept", _("验收入库"), (S.REGISTERED,), S.ACCEPTED, may.INSPECT, held=True, second=ANOTHER,
             fields=("accepted", "photographs"), meets=(terms.INSPECT,), article=CITED, main=True),
        Step("reject", _("拒收"), (S.REGISTERED,), S.REJECTED, may.INSPECT, held=True, second=ANOTHER, note_required=True,
             meets=(terms.INSPECT,), article=CITED),
    ),
)  # fmt: skip
