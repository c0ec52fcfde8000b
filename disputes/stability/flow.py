"""Art. 38: the stability assessment of a major decision (重大决策社会稳定风险评估), from the project to the last measure, as one table."""

from django.utils.translation import gettext_lazy as _

from disputes.stability import permissions as may
from disputes.stability import terms
from disputes.stability.enums import FINAL
from disputes.stability.enums import State as S
from governance.flow.table import Among, Another, Flow, Step

CITED = _("条例第三十八条第一款")
OPEN = (S.ASSESSING, S.CONCLUDED, S.SUBMITTED, S.FILED)
FILING, OWING = Among("filing_ids"), Among("owed_ids")


def has_risks(case):
    return case.risk_count > 0


def has_reports(case):
    return case.reported > 0


NOT_SETTLED_BY = Another(_("结论由提出人以外的另一人审定，请交本单位其他人员办理。"), columns=("concluded_by",))
NOT_FILED_BY = Another(_("备案由提出、审定结论以外的人办理。"), columns=("concluded_by", "submitted_by"))

FLOW = Flow(
    procedure="stability",
    label=_("社会稳定风险评估"),
    article=_("《呼和浩特市社会治理促进条例》第三十八条；时限见“办理时限”，均注明依据。"),
    words={"method": _("方式"), "held_on": _("日期"), "people": _("参加人数"), "in_favour": _("支持"), "conditional": _("有条件支持"),
           "against": _("反对"), "risk_name": _("风险点"), "likelihood": _("可能性"), "effect": _("影响程度"), "risk": _("风险点"),
           "owner": _("责任单位"), "due_on": _("完成日期"), "measure": _("措施")},
    final=FINAL,
    opening=Step("open", _("立项"), target=S.ASSESSING, needs=may.ASSESS, starts=(terms.ASSESS,), article=CITED),
    steps=(
        Step("collect", _("登记意见征集"), (S.ASSESSING,), None, may.ASSESS, held=True, note_required=True,
             fields=("method", "held_on", "reach", "people", "in_favour", "conditional", "against"), article=CITED),
        Step("add_risk", _("登记风险点"), (S.ASSESSING,), None, may.ASSESS, held=True, note_required=True,
             fields=("risk_name", "likelihood", "effect"), article=CITED),
        Step("add_measure", _("登记防范措施"), (S.ASSESSING,), None, may.ASSESS, held=True, note_required=True,
             fields=("risk", "owner", "due_on"), article=CITED, when=has_risks),
        Step("rate_again", _("评定措施后的风险"), (S.ASSESSING,), None, may.ASSESS, held=True, note_required=True,
             fields=("risk", "likelihood", "effect"), article=CITED, when=has_risks),
        Step("conclude", _("提出评估结论"), (S.ASSESSING,), S.CONCLUDED, may.ASSESS, held=True, fields=("result", "report", "files"),
             article=CITED, main=True, when=has_risks),
        Step("submit", _("审定结论，报送备案"), (S.CONCLUDED,), S.SUBMITTED, may.ASSESS, held=True, second=NOT_SETTLED_BY,
             meets=(terms.ASSESS,), starts=(terms.FILE,), article=CITED, main=True),
        Step("return", _("退回修改"), (S.CONCLUDED,), S.ASSESSING, may.ASSESS, held=True, note_required=True),
        Step("file", _("备案"), (S.SUBMITTED,), S.FILED, may.FILE, held=FILING, second=NOT_FILED_BY, meets=(terms.FILE,), article=CITED,
             main=True),
        Step("ask_more", _("退回补充"), (S.SUBMITTED,), S.ASSESSING, may.FILE, held=FILING, note_required=True, meets=(terms.FILE,),
             starts=(terms.ASSESS,)),
        Step("report_measure", _("报告措施落实"), (S.FILED,), None, may.CARRY, held=OWING, note_required=True, fields=("measure", "files"),
             article=CITED, main=True),
        Step("settle_measure", _("核实措施落实"), (S.FILED,), None, may.ASSESS, held=True, note_required=True, fields=("measure",),
             main=True, when=has_reports),
        Step("return_measure", _("退回继续落实"), (S.FILED,), None, may.ASSESS, held=True, note_required=True, fields=("measure", "due_on"),
             when=has_reports),
        Step("record_decision", _("登记决策情况"), (S.FILED,), None, may.ASSESS, held=True, fields=("decision", "decided_on"),
             article=CITED),
        Step("end", _("办结"), (S.FILED,), S.ENDED, may.ASSESS, held=True, note_required=True, meets=(terms.FOLLOW,)),
        Step("remind", _("催办"), (S.ASSESSING, S.CONCLUDED, S.FILED), None, may.FILE, held=FILING, note_required=True, rare=True),
        Step("correct", _("修改项目情况"), (S.ASSESSING,), None, may.ASSESS, held=True,
             fields=("title", "content", "affected", "decide_on", "third_party"), starts=(terms.ASSESS,), rare=True),
        Step("drop_collection", _("删去意见征集"), (S.ASSESSING,), None, may.ASSESS, held=True, note_required=True, fields=("collection",),
             rare=True),
        Step("drop_risk", _("删去风险点"), (S.ASSESSING,), None, may.ASSESS, held=True, note_required=True, fields=("risk",),
             when=has_risks, rare=True),
        Step("add_files", _("添加材料"), OPEN, None, may.ASSESS, held=True, fields=("files",), rare=True),
        Step("cancel", _("终止评估"), (S.ASSESSING, S.CONCLUDED), S.CANCELLED, may.ASSESS, held=True, note_required=True, rare=True),
    ),
)  # fmt: skip
