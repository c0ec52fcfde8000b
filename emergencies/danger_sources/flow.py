"""Art. 32 para 1: a major danger source from its declaration over filing, monitoring and yearly checks to its end, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.danger_sources import permissions as may
from emergencies.danger_sources import terms
from emergencies.danger_sources.enums import FINAL
from emergencies.danger_sources.enums import State as S
from governance.flow.table import Another, Flow, Step

CITED = _("条例第三十二条第一款；安全生产法第四十条")
BY_RULES = _("危险化学品重大危险源监督管理暂行规定")
FACTS = ("title", "landmark", "unit", "exposed", "manager", "work_phone")


def of_either(case, office):
    """The bureau that supervises it, or the site that runs it."""
    return office in (case.office_id, case.site_id)


ANOTHER = Another(_("申报人不能为自己的申报备案，请由同事办理。"), steps=("declare", "resubmit"))

FLOW = Flow(
    procedure="danger_sources",
    label=_("重大危险源"),
    article=_("《呼和浩特市社会治理促进条例》第三十二条、《安全生产法》第四十条；辨识分级依据 GB 18218。"),
    person=_("单位"),
    words={"normal": _("在正常范围内"), "assessed_on": _("评估报告日期")},
    final=FINAL,
    opening=Step("declare", _("申报"), target=S.DECLARED, needs=may.DECLARE, starts=(terms.FILE,), article=CITED),
    steps=(
        Step("file", _("备案"), (S.DECLARED,), S.FILED, may.FILE, held=True, second=ANOTHER, meets=(terms.FILE,),
             starts=(terms.CHECK, terms.WATCH), article=CITED, main=True),
        Step("return_for_correction", _("退回补正"), (S.DECLARED,), S.RETURNED, may.FILE, held=True, note_required=True,
             meets=(terms.FILE,)),
        Step("resubmit", _("补正后重报"), (S.RETURNED,), S.DECLARED, may.DECLARE, held=of_either, fields=FACTS, starts=(terms.FILE,),
             main=True),
        Step("watch", _("登记监测记录"), (S.FILED,), None, may.KEEP, held=of_either, fields=("watched", "reading", "normal"),
             meets=(terms.WATCH,), starts=(terms.WATCH,), article=BY_RULES, main=True),
        Step("file_plan", _("备案应急预案"), (S.DECLARED, S.FILED), None, may.KEEP, held=of_either, fields=("plan_on", "plan_file"),
             meets=(terms.PLAN,), article=CITED),
        Step("check", _("记录年度检查"), (S.FILED,), None, may.FILE, held=True, note_required=True, fields=("result", "photographs"),
             meets=(terms.CHECK,), starts=(terms.CHECK,), article=CITED),
        Step("assess", _("登记安全评估"), (S.FILED,), None, may.KEEP, held=of_either, fields=("assessed_on", "report_file"),
             meets=(terms.ASSESS,), starts=(terms.ASSESS,), article=BY_RULES),
        Step("identify", _("重新辨识"), (S.FILED,), S.DECLARED, may.DECLARE, held=of_either, note_required=True, fields=FACTS,
             drops=(terms.WATCH, terms.CHECK), starts=(terms.FILE,), article=BY_RULES),
        Step("correct", _("更正信息"), (S.DECLARED, S.FILED), None, may.DECLARE, held=of_either, rare=True,
             fields=("landmark", "manager", "work_phone")),
        Step("strike", _("核销"), (S.DECLARED, S.FILED), S.STRUCK, may.FILE, held=True, note_required=True, article=BY_RULES, rare=True),
    ),
)  # fmt: skip
