"""Art. 22 para 2: the standing duty of a venue to drill, from its beginning to the report, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.drills import permissions as may
from emergencies.drills import terms
from emergencies.drills.enums import FINAL
from emergencies.drills.enums import State as S
from governance.flow.table import Flow, Step

CITED = _("条例第二十二条第二款")

FLOW = Flow(
    procedure="drills",
    label=_("应急演练"),
    article=_("《呼和浩特市社会治理促进条例》第二十二条、《生产安全事故应急条例》第八条；间隔取适用规定中最短的。"),
    person=_("场所"),
    final=FINAL,
    opening=Step("open", _("演练义务产生"), target=S.DUE, starts=(terms.HOLD,), article=CITED),
    steps=(
        Step("plan", _("安排演练"), (S.DUE,), S.PLANNED, may.CONDUCT, fields=("planned_on", "type", "scenario", "organiser"),
             article=CITED, main=True),
        Step("hold", _("记录演练"), (S.PLANNED,), S.HELD, may.CONDUCT, fields=("held_at", "participants", "course", "photographs"),
             meets=(terms.HOLD,), starts=(terms.REPORT,), article=CITED, main=True),
        Step("cancel_plan", _("取消安排"), (S.PLANNED,), S.DUE, may.CONDUCT, note_required=True),
        Step("evaluate", _("总结评估"), (S.HELD,), S.EVALUATED, may.CONDUCT, fields=("findings",), main=True),
        Step("report", _("报送"), (S.EVALUATED,), S.REPORTED, may.CONDUCT, fields=("reported_to", "reported_on"), meets=(terms.REPORT,),
             article=_("生产安全事故应急条例第八条"), main=True),
        Step("remind", _("催办"), (S.DUE, S.PLANNED, S.HELD, S.EVALUATED), None, may.SUPERVISE),
        Step("retime", _("适用规定变化，重新计期"), (S.DUE, S.PLANNED)),
        Step("drop", _("场所关停，义务终止"), (S.DUE, S.PLANNED, S.HELD, S.EVALUATED), S.DROPPED),
    ),
)  # fmt: skip
