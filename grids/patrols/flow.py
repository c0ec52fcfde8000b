"""Art. 51 and 35: a patrol of a grid, from the plan to the last point, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import Flow, Step
from grids.patrols import permissions as may
from grids.patrols import terms
from grids.patrols.enums import FINAL, IN_TIME, TO_WALK
from grids.patrols.enums import State as S

CITED = _("条例第五十一条")


def has_every_point(patrol):
    return patrol.left == 0


FLOW = Flow(
    procedure="patrols",
    label=_("网格巡查"),
    article=_("《呼和浩特市社会治理促进条例》第二十一条、第三十五条、第五十一条；时限见“办理时限”，均注明依据。"),
    person=_("网格员"),
    final=FINAL,
    opening=Step("plan", _("按计划生成"), target=S.PLANNED, starts=(terms.FINISH,), article=CITED),
    steps=(
        Step("start", _("开始巡查"), (S.PLANNED,), S.UNDER_WAY, may.WALK, article=CITED),
        Step("finish", _("完成巡查"), (S.UNDER_WAY, S.OVERDUE), S.DONE, may.WALK, meets=(terms.FINISH, terms.MAKE_GOOD),
             article=CITED, when=has_every_point, main=True),
        Step("remind", _("催办"), TO_WALK, None, may.SUPERVISE),
        Step("excuse", _("免除本次巡查"), (*TO_WALK, S.MISSED), S.EXCUSED, may.PLAN, note_required=True),
        Step("miss", _("逾期未完成"), IN_TIME, S.OVERDUE, starts=(terms.MAKE_GOOD,)),
        Step("give_up", _("记为漏巡"), (S.OVERDUE,), S.MISSED),
    ),
)  # fmt: skip
