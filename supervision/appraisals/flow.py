"""Art. 57: from a unit's own report over review, publication inside and objection to the final result, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import SYSTEM, Flow, Step
from supervision.appraisals import permissions as may
from supervision.appraisals import terms
from supervision.appraisals.enums import ENDED
from supervision.appraisals.enums import State as S

CITED = _("条例第五十七条")
FAILED = _("条例第五十八条第三款")
RUNNING = tuple(state for state in S if state not in ENDED)

FLOW = Flow(
    procedure="appraisals",
    label=_("单位考核"),
    article=_("《呼和浩特市社会治理促进条例》第五十七条、第五十八条；时限见“办理时限”，均注明依据。"),
    person=_("被考核单位"),
    words={"points": _("分值"), "change": _("更正分值"), "duty": _("职务")},
    final=ENDED,
    opening=Step("open", _("布置考核"), target=S.REPORTING, needs=SYSTEM, starts=(terms.SELF_REPORT,), article=CITED),
    steps=(
        Step("claim", _("申报加分"), (S.REPORTING,), None, may.REPORT, held="unit", note_required=True,
             fields=("bonus", "points", "files")),
        Step("report", _("报送自评"), (S.REPORTING,), S.REPORTED, may.REPORT, held="unit", note_required=True,
             fields=("self_points", "files"), meets=(terms.SELF_REPORT,), starts=(terms.REVIEW,), article=CITED, main=True),
        Step("go_on", _("逾期未报，直接审核"), (S.REPORTING,), S.REPORTED, may.REVIEW, held="reviewer", note_required=True,
             drops=(terms.SELF_REPORT,), starts=(terms.REVIEW,), when=lambda case: case.report_missed or case.unit_id is None),
        Step("send_back", _("退回补正"), (S.REPORTED,), S.REPORTING, may.REVIEW, held="reviewer", note_required=True,
             drops=(terms.REVIEW,)),
        Step("accept_claim", _("认定申报"), (S.REPORTED,), None, may.REVIEW, held="reviewer", note_required=True, fields=("claim",),
             when=lambda case: case.open_claims > 0),
        Step("refuse_claim", _("不予认定申报"), (S.REPORTED,), None, may.REVIEW, held="reviewer", note_required=True, fields=("claim",),
             when=lambda case: case.open_claims > 0),
        Step("charge", _("登记加减分"), (S.REPORTED,), None, may.REVIEW, held="reviewer", note_required=True,
             fields=("by_proof", "points", "files"), article=CITED),
        Step("review", _("审核通过"), (S.REPORTED,), S.REVIEWED, may.REVIEW, held="reviewer", meets=(terms.REVIEW,), article=CITED,
             main=True),
        Step("disclose", _("内部公布"), (S.REVIEWED,), S.DISCLOSED, SYSTEM, article=CITED),
        Step("object", _("提出异议"), (S.DISCLOSED,), S.OBJECTED, may.REPORT, held="unit", note_required=True,
             fields=("disputed", "files"), starts=(terms.DECIDE,), article=CITED, main=True, until="object_until"),
        Step("uphold", _("异议成立，更正分数"), (S.OBJECTED,), S.DECIDED, may.DECIDE, held="reviewer", note_required=True,
             fields=("change",), meets=(terms.DECIDE,), article=CITED, main=True),
        Step("maintain", _("维持原结果"), (S.OBJECTED,), S.DECIDED, may.DECIDE, held="reviewer", note_required=True, meets=(terms.DECIDE,),
             article=CITED),
        Step("finish", _("定案"), (S.DISCLOSED, S.DECIDED), S.FINAL, SYSTEM, article=CITED),
        Step("void", _("方案换版，终止"), RUNNING, S.VOID, SYSTEM),
        Step("name_responsible", _("登记主管人员、直接责任人员"), (S.FINAL,), None, may.REVIEW, held="reviewer",
             fields=("person", "person_name", "duty_kind", "duty"), when=lambda case: case.has_failed, article=FAILED),
    ),
)  # fmt: skip
