"""Art. 49: how a department's duty enters the grid, is looked at every year, and leaves it again, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import SYSTEM, Among, Flow, Step
from grids.admission import permissions as may
from grids.admission import terms
from grids.admission.enums import FINAL, UNDECIDED
from grids.admission.enums import State as S

CITED = _("条例第四十九条")
FACTS = ("title", "description", "basis", "working_rules", "training", "brings", "rate", "fund_source", "begins", "ends")
AWAITED = Among("awaited_ids")  # each office that was named speaks once

FLOW = Flow(
    procedure="admission",
    label=_("网格事项准入"),
    article=_("《呼和浩特市社会治理促进条例》第四十九条；时限见“办理时限”，均注明依据。"),
    words={"offices": _("会审单位"), "stance": _("意见")},
    final=FINAL,
    opening=Step("apply", _("申请准入"), target=S.APPLIED, needs=may.APPLY, starts=(terms.REVIEW,), article=CITED),
    steps=(
        Step("name_reviewers", _("组织会审"), (S.APPLIED,), S.REVIEWING, may.DECIDE, held=True, fields=("offices",),
             starts=(terms.OPINION,), article=CITED, main=True),
        Step("invite", _("增加会审单位"), (S.REVIEWING,), None, may.DECIDE, held=True, note_required=True, fields=("offices",)),
        Step("send_back", _("退回补正"), (S.APPLIED, S.REVIEWING), S.RETURNED, may.DECIDE, held=True, note_required=True,
             drops=(terms.OPINION,), pauses=(terms.REVIEW,), starts=(terms.SUPPLEMENT,)),
        Step("resubmit", _("补正后重报"), (S.RETURNED,), S.APPLIED, may.APPLY, held="applicant", fields=FACTS,
             meets=(terms.SUPPLEMENT,), resumes=(terms.REVIEW,), main=True),
        Step("state", _("提出会审意见"), (S.REVIEWING, S.DECIDING), None, may.TAKE_PART, held=AWAITED, note_required=True,
             fields=("stance",), main=True),
        Step("conclude", _("会审结束"), (S.REVIEWING,), S.DECIDING, SYSTEM, meets=(terms.REVIEW, terms.OPINION), starts=(terms.DECIDE,),
             article=CITED),
        Step("admit", _("准予准入"), (S.DECIDING,), S.ADMITTED, may.DECIDE, held=True, note_required=True,
             fields=("rate", "begins", "ends", "conditions"), meets=(terms.DECIDE,), starts=(terms.YEARLY,), article=CITED, main=True),
        Step("refuse", _("不予准入"), (S.DECIDING,), S.REFUSED, may.DECIDE, held=True, note_required=True, meets=(terms.DECIDE,),
             article=CITED),
        Step("take_back", _("撤回申请"), UNDECIDED, S.TAKEN_BACK, may.APPLY, held="applicant", note_required=True),
        Step("report_use", _("报送实施情况"), (S.ADMITTED,), None, may.APPLY, held="applicant", note_required=True),
        Step("renew", _("年度评估：继续实施"), (S.ADMITTED,), None, may.DECIDE, held=True, note_required=True, fields=("ends",),
             meets=(terms.YEARLY,), starts=(terms.YEARLY,), article=CITED, main=True),
        Step("change", _("年度评估：调整"), (S.ADMITTED,), None, may.DECIDE, held=True, note_required=True,
             fields=("rate", "ends", "conditions"), meets=(terms.YEARLY,), starts=(terms.YEARLY,), article=CITED),
        Step("withdraw", _("退出网格"), (S.ADMITTED,), S.LEAVING, may.DECIDE, held=True, note_required=True, fields=("ends_on",),
             meets=(terms.YEARLY,), article=CITED),
        Step("take_off", _("移出清单"), (S.LEAVING,), S.WITHDRAWN, SYSTEM, article=CITED),
        Step("lapse", _("期满移出清单"), (S.ADMITTED,), S.LAPSED, SYSTEM, article=CITED),
    ),
)  # fmt: skip
