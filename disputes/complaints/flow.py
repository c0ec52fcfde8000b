"""Art. 43: a complaint from registration to the resident's word, as one table."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints import permissions as may
from disputes.complaints import terms
from disputes.complaints.enums import FINAL
from disputes.complaints.enums import State as S
from governance.flow.table import RESIDENT, Flow, Step

CITED = _("条例第四十三条")
WITH_OFFICE = (terms.SIGN_FOR, terms.OBJECT, terms.CONTACT, terms.HANDLE)
BEFORE_REPLY = (S.REGISTERED, S.CLASSIFIED, S.DISPATCHED, S.OBJECTED, S.SIGNED, S.HANDLING)

FLOW = Flow(
    procedure="complaints",
    label=_("12345接诉即办"),
    article=_("《呼和浩特市社会治理促进条例》第四十三条；时限见“办理时限”，均注明依据。"),
    person=_("反映人"),
    words={"amount": _("申请延长（工作日）")},
    final=FINAL,
    opening=Step("register", _("登记"), target=S.REGISTERED, needs=RESIDENT, starts=(terms.DISPATCH,), article=CITED, public=True),
    steps=(
        Step("classify", _("分类"), (S.REGISTERED, S.CLASSIFIED), S.CLASSIFIED, may.DISPATCH,
             fields=("kind", "category", "urgency"), meets=(terms.DIVERT,), main=True),
        Step("dispatch", _("派单"), (S.CLASSIFIED,), S.DISPATCHED, may.DISPATCH, fields=("office",),
             meets=(terms.DISPATCH,), starts=WITH_OFFICE, article=CITED, public=True, main=True),
        Step("sign", _("签收"), (S.DISPATCHED,), S.SIGNED, may.HANDLE, held=True,
             meets=(terms.SIGN_FOR,), drops=(terms.OBJECT,), public=True, main=True),
        Step("object", _("提出异议"), (S.DISPATCHED,), S.OBJECTED, may.HANDLE, held=True, note_required=True,
             meets=(terms.OBJECT,), pauses=(terms.SIGN_FOR, terms.CONTACT, terms.HANDLE), when=lambda case: not case.objected),
        Step("uphold_objection", _("同意异议，重新派单"), (S.OBJECTED,), S.CLASSIFIED, may.DISPATCH, note_required=True,
             drops=WITH_OFFICE, starts=(terms.DISPATCH,), main=True),
        Step("reject_objection", _("驳回异议"), (S.OBJECTED,), S.DISPATCHED, may.DISPATCH, note_required=True,
             resumes=(terms.SIGN_FOR, terms.CONTACT, terms.HANDLE)),
        Step("recall", _("收回重派"), (S.DISPATCHED, S.SIGNED), S.CLASSIFIED, may.DISPATCH, note_required=True,
             drops=WITH_OFFICE, starts=(terms.DISPATCH,)),
        Step("remind", _("催办"), (S.DISPATCHED, S.SIGNED, S.HANDLING), None, may.DISPATCH),
        Step("contact", _("联系反映人"), (S.SIGNED,), S.HANDLING, may.HANDLE, held=True, note_required=True,
             meets=(terms.CONTACT,), public=True, main=True),
        Step("progress", _("记录进展"), (S.HANDLING,), None, may.HANDLE, held=True, note_required=True, public=True),
        Step("ask_extension", _("申请延期"), (S.SIGNED, S.HANDLING), None, may.HANDLE, held=True, note_required=True,
             fields=("amount",), when=lambda case: not case.extension_asked),
        Step("grant_extension", _("同意延期"), (S.SIGNED, S.HANDLING), None, may.DISPATCH, note_required=True,
             public=True, when=lambda case: case.extension_asked, main=True),
        Step("refuse_extension", _("不同意延期"), (S.SIGNED, S.HANDLING), None, may.DISPATCH, note_required=True,
             when=lambda case: case.extension_asked),
        Step("reply", _("答复"), (S.HANDLING,), S.REPLIED, may.HANDLE, held=True, note_required=True,
             meets=(terms.HANDLE,), starts=(terms.CALL_BACK,), public=True, main=True),
        Step("call_back", _("回访"), (S.REPLIED,), S.CALLED_BACK, may.CALL_BACK, fields=("reached", "solved", "satisfaction"),
             meets=(terms.CALL_BACK,), public=True, main=True),
        Step("rate", _("评价"), (S.REPLIED, S.CALLED_BACK, S.CLOSED), None, RESIDENT, fields=("solved", "satisfaction"),
             meets=(terms.RATE,), public=True, when=lambda case: case.rated_at is None),
        Step("return_for_rework", _("退回重办"), (S.REPLIED, S.CALLED_BACK), S.HANDLING, may.DISPATCH, note_required=True,
             drops=(terms.CALL_BACK,), starts=(terms.HANDLE,), public=True),
        Step("close", _("办结"), (S.CALLED_BACK,), S.CLOSED, may.CALL_BACK, starts=(terms.RATE,), public=True, main=True),
        Step("ask_reopening", _("申请重新办理"), (S.CLOSED,), None, RESIDENT, note_required=True, public=True,
             when=lambda case: not case.reopening_asked),
        Step("reopen", _("重新办理"), (S.CLOSED,), S.HANDLING, may.DISPATCH, note_required=True,
             drops=(terms.RATE,), starts=(terms.HANDLE,), public=True, when=lambda case: case.reopening_asked, main=True),
        Step("refuse_reopening", _("不予重新办理"), (S.CLOSED,), None, may.DISPATCH, note_required=True, public=True,
             when=lambda case: case.reopening_asked),
        Step("correct", _("更正地点"), BEFORE_REPLY, None, may.DISPATCH, fields=("place", "landmark")),
        Step("not_accept", _("不予受理"), (S.REGISTERED, S.CLASSIFIED), S.NOT_ACCEPTED, may.DISPATCH, note_required=True,
             fields=("refusal",), public=True),
        Step("divert", _("转紧急热线"), (S.REGISTERED, S.CLASSIFIED, S.DISPATCHED), S.EMERGENCY, may.DISPATCH,
             fields=("diverted_to",), meets=(terms.DIVERT,), article=_("接诉即办条例第二条"), public=True),
        Step("hand_to_mediation", _("转人民调解"), (S.REGISTERED, S.CLASSIFIED, S.DISPATCHED), S.MEDIATION, may.DISPATCH,
             note_required=True, article=_("条例第三十八条、第四十一条"), public=True),
        Step("pass_to_mediation", _("转人民调解"), (S.SIGNED, S.HANDLING), S.MEDIATION, may.HANDLE, held=True,
             note_required=True, article=_("条例第三十八条、第四十一条"), public=True),
        Step("withdraw", _("撤回"), BEFORE_REPLY, S.WITHDRAWN, RESIDENT, note_required=True, public=True),
    ),
)  # fmt: skip
