"""Art. 24, 27, 34, 35: a plan of inspections, from the draft over the public draw to the last report, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.inspection_plans import permissions as may
from emergencies.inspection_plans import terms
from emergencies.inspection_plans.enums import FINAL
from emergencies.inspection_plans.enums import State as S
from governance.flow.table import Another, Flow, Step

FACTS = (
    "title", "checklist", "kinds", "area", "begins", "ends", "count", "takes_key", "inspectors", "draws_at", "seed_source",
)  # fmt: skip
CITED = _("条例第二十四条、第二十七条、第三十四条、第三十五条")

ANOTHER = Another(_("拟定人不能审定自己的计划，请由同事审定。"), columns=("drafter",))

FLOW = Flow(
    procedure="inspection_plans",
    label=_("安全检查计划"),
    article=_("《呼和浩特市社会治理促进条例》第二十四条、第二十七条、第三十四条、第三十五条；时限见“办理时限”，均注明依据。"),
    words={"begins": _("检查开始日期"), "ends": _("检查结束日期")},
    final=FINAL,
    opening=Step("draft", _("拟定计划"), target=S.DRAFTED, needs=may.PLAN, article=CITED),
    steps=(
        Step("announce", _("审定并公布"), (S.DRAFTED,), S.ANNOUNCED, may.SETTLE, held=True, second=ANOTHER, until="draws_at",
             starts=(terms.DRAW,), article=CITED, main=True),
        Step("correct", _("修改计划"), (S.DRAFTED,), None, may.PLAN, held=True, fields=FACTS),
        Step("draw", _("抽取检查对象"), (S.ANNOUNCED,), S.DRAWN, may.PLAN, held=True, after="draws_at", fields=("public_number",),
             meets=(terms.DRAW,), starts=(terms.FINISH,), article=CITED, main=True),
        Step("end", _("完成并小结"), (S.DRAWN,), S.ENDED, may.PLAN, held=True, note_required=True, meets=(terms.FINISH,), article=CITED,
             main=True),
        Step("withdraw", _("撤回计划"), (S.DRAFTED, S.ANNOUNCED), S.WITHDRAWN, may.SETTLE, held=True, note_required=True),
    ),
)  # fmt: skip
