"""Art. 43: an office that helps the lead signs, reports to the lead within its own limit, and the lead replies for all."""

from django.utils.translation import gettext_lazy as _

from disputes.cohandling import permissions as may
from disputes.cohandling import terms
from disputes.cohandling.enums import FINAL, OUTSTANDING
from disputes.cohandling.enums import State as S
from governance.flow.table import SYSTEM, Flow, Step

CITED = _("条例第四十三条")
WITH_LEAD = frozenset({"dispatched", "signed", "handling"})  # the states of a complaint in which its lead works on it


def leads(case, office):
    """The office that leads on the complaint."""
    return office == case.complaint.office_id


FLOW = Flow(
    procedure="cohandling",
    label=_("协办"),
    article=_("《呼和浩特市社会治理促进条例》第四十三条；时限见“办理时限”，均注明依据。"),
    final=FINAL,
    opening=Step("issue", _("交办协办"), target=S.ISSUED, starts=(terms.SIGN_FOR, terms.REPORT), article=CITED),
    steps=(
        Step("sign", _("签收"), (S.ISSUED,), S.SIGNED, may.HANDLE, held=True, meets=(terms.SIGN_FOR,), main=True),
        Step("report", _("向主办单位反馈"), (S.SIGNED,), S.REPORTED, may.HANDLE, held=True, note_required=True,
             meets=(terms.REPORT,), article=CITED, main=True),
        Step("send_back", _("退回补充"), (S.REPORTED,), S.SIGNED, may.HANDLE, held=leads, note_required=True, starts=(terms.REPORT,),
             when=lambda case: case.complaint.state in WITH_LEAD),
        Step("waive", _("不再等待反馈"), OUTSTANDING, S.WAIVED, may.HANDLE, held=leads, note_required=True,
             when=lambda case: case.complaint.state in WITH_LEAD),
        Step("end", _("随主件结束"), OUTSTANDING, S.ENDED, SYSTEM),
    ),
)  # fmt: skip
