"""After an incident: what went well and what did not, judged by another, and measures that come back until they are done."""

from django.utils.translation import gettext_lazy as _

from emergencies.incident_reviews import permissions as may
from emergencies.incident_reviews import terms
from emergencies.incident_reviews.enums import FINAL
from emergencies.incident_reviews.enums import State as S
from governance.flow.table import SYSTEM, Another, Flow, Step

CITED = _("《突发事件应对法》第九十三条、条例第三十一条")
POINTS = ("strengths", "shortfalls", "lessons")
WRITING = {"needs": may.WRITE, "held": True}

ANOTHER = Another(_("编写评估的人员不能自行审定，请由他人办理。"), steps=("submit",))

FLOW = Flow(
    procedure="incident_reviews",
    label=_("事件复盘评估"),
    article=_("《突发事件应对法》第九十三条：处置结束后查明经过和原因，总结经验教训，制定改进措施；时限见“办理时限”。"),
    final=FINAL,
    words={"measure": _("完成的措施")},
    opening=Step("open", _("处置结束，待复盘评估"), target=S.WRITING, starts=(terms.WRITE,), article=CITED),
    steps=(
        Step("submit", _("报送评估"), (S.WRITING,), S.SUBMITTED, **WRITING, fields=POINTS, meets=(terms.WRITE,), starts=(terms.JUDGE,),
             article=CITED, main=True),
        Step("waive", _("不需评估"), (S.WRITING,), S.WAIVED, may.JUDGE, note_required=True, meets=(terms.WRITE,), rare=True),
        Step("send_back", _("退回修改"), (S.SUBMITTED,), S.WRITING, may.JUDGE, note_required=True, meets=(terms.JUDGE,),
             starts=(terms.WRITE,)),
        Step("approve", _("审定通过"), (S.SUBMITTED,), S.IMPROVING, may.JUDGE, second=ANOTHER, meets=(terms.JUDGE,),
             starts=(terms.MEASURES,), article=CITED, main=True),
        Step("finish_measure", _("完成一项措施"), (S.IMPROVING,), None, **WRITING, note_required=True, fields=("measure",),
             meets=(terms.MEASURES,), article=CITED, main=True),
        Step("remind", _("催办"), (S.WRITING, S.IMPROVING), None, may.JUDGE),
        Step("close", _("改进措施全部落实"), (S.IMPROVING,), S.CLOSED, SYSTEM),
    ),
)  # fmt: skip
