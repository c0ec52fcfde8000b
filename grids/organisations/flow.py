"""Art. 54–56: volunteers' organisations, social organisations and property firms, as they are entered, corrected and struck off."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import Flow, Step
from grids.organisations import permissions as may
from grids.organisations.enums import FINAL, Kind
from grids.organisations.enums import State as S

CITED = _("条例第五十四条、第五十五条、第五十六条")
FACTS = ("title", "registered_no", "duties", "phone", "address", "serves")


def is_property_firm(case):
    return case.kind == Kind.PROPERTY


def has_open_task(case):
    return is_property_firm(case) and case.tasks.waiting().exists()


FLOW = Flow(
    procedure="organisations",
    label=_("社会组织和物业名录"),
    article=_("《呼和浩特市社会治理促进条例》第五十四条、第五十五条、第五十六条。"),
    final=FINAL,
    opening=Step("register", _("登记"), target=S.ACTIVE, needs=may.KEEP, article=CITED),
    steps=(
        Step("correct", _("更正信息"), (S.ACTIVE,), None, may.KEEP, fields=FACTS),
        Step("set_task", _("下达年度任务"), (S.ACTIVE,), None, may.KEEP, note_required=True, fields=("year",), when=is_property_firm,
             article=_("条例第五十六条"), main=True),
        Step("finish_task", _("记录任务完成"), (S.ACTIVE,), None, may.KEEP, note_required=True, fields=("task",), when=has_open_task,
             article=_("条例第五十六条")),
        Step("end", _("停止服务"), (S.ACTIVE,), S.ENDED, may.KEEP, note_required=True, rare=True),
        Step("reopen", _("恢复服务"), (S.ENDED,), S.ACTIVE, may.KEEP, note_required=True),
    ),
)  # fmt: skip
