"""Art. 43: a complaint from registration to the resident's word, as one table."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints import permissions as may
from disputes.complaints import terms
from disputes.complaints.enums import FINAL, Outcome, Solved
from disputes.complaints.enums import State as S
from disputes.complaints.rules import HAZARDS, INCIDENTS, may_ask_reopening
from governance.cases.bars import has_recused, recusal_steps
from governance.flow.table import RESIDENT, SYSTEM, Another, Flow, Step
from governance.registry import intake_of

AVOIDED = _("信访工作条例")  # what is said of an office is not passed to it
CITED = _("条例第四十三条")
WITH_OFFICE = (terms.SIGN_FOR, terms.OBJECT, terms.CONTACT, terms.HANDLE)
ENDED = (S.CLOSED, S.NOT_ACCEPTED, S.EMERGENCY, S.MEDIATION, S.WITHDRAWN)
ONGOING = tuple(state for state in S if state not in {*FINAL, S.MERGED})  # one that follows another moves with it
UNDISPATCHED = (S.REGISTERED, S.CLASSIFIED)
WITH_ACCUSED = tuple(state for state in ONGOING if state not in {*UNDISPATCHED, S.SPLIT})
BEFORE_REPLY = (S.REGISTERED, S.CLASSIFIED, S.DISPATCHED, S.OBJECTED, S.SIGNED, S.HANDLING)
ANSWERED = (S.REPLIED, S.CALLED_BACK, S.CLOSED)
UNDER_WAY = (*BEFORE_REPLY, S.CONSULTING, S.REPLIED, S.CALLED_BACK)


def is_free(case):
    """Art. 43: a lead that the centre designated neither objects nor calls for another consultation."""
    return not case.is_designated


def may_follow(case):
    """Not what others follow, what waits for an answer, what is said of an office, nor a part of a complaint."""
    return not (case.followers or case.extension_asked or case.question_open or case.against_id or case.parent_id)


def may_object(case):
    return is_free(case) and not case.objected


NOT_REVIEWED_BY = Another(_("作出不予重新办理决定的人不能复核，请由本单位其他人员办理。"), steps=("refuse_reopening",))

FLOW = Flow(
    procedure="complaints",
    label=_("12345接诉即办"),
    article=_("《呼和浩特市社会治理促进条例》第四十三条；时限见“办理时限”，均注明依据。"),
    person=_("反映人"),
    words={"amount": _("申请延长（工作日）")},
    final=FINAL,
    opening=Step("register", _("登记"), target=S.REGISTERED, needs=RESIDENT, starts=(terms.DISPATCH,), article=CITED, public=True),
    steps=(
        Step("respond_danger", _("综治中心处置"), ONGOING, None, may.RESPOND, note_required=True, meets=(terms.RESPOND,), article=CITED,
             main=True, when=lambda case: bool(case.danger)),
        Step("classify", _("分类"), (S.REGISTERED, S.CLASSIFIED), S.CLASSIFIED, may.DISPATCH,
             fields=("kind", "category", "urgency"), meets=(terms.DIVERT,), main=True),
        Step("dispatch", _("派单"), (S.CLASSIFIED,), S.DISPATCHED, may.DISPATCH, fields=("office",),
             meets=(terms.DISPATCH,), starts=WITH_OFFICE, article=CITED, public=True, main=True),
        Step("sign", _("签收"), (S.DISPATCHED,), S.SIGNED, may.HANDLE, held=True,
             meets=(terms.SIGN_FOR,), drops=(terms.OBJECT,), public=True, main=True),
        Step("object", _("提出异议"), (S.DISPATCHED,), S.OBJECTED, may.HANDLE, held=True, note_required=True,
             meets=(terms.OBJECT,), pauses=(terms.SIGN_FOR, terms.CONTACT, terms.HANDLE), when=may_object),
        Step("uphold_objection", _("同意异议，重新派单"), (S.OBJECTED,), S.CLASSIFIED, may.DISPATCH, note_required=True,
             drops=WITH_OFFICE, starts=(terms.DISPATCH,), main=True),
        Step("reject_objection", _("驳回异议"), (S.OBJECTED,), S.DISPATCHED, may.DISPATCH, note_required=True,
             resumes=(terms.SIGN_FOR, terms.CONTACT, terms.HANDLE)),
        Step("recall", _("收回重派"), (S.DISPATCHED, S.SIGNED), S.CLASSIFIED, may.DISPATCH, note_required=True,
             drops=WITH_OFFICE, starts=(terms.DISPATCH,)),
        Step("remind", _("催办"), (S.DISPATCHED, S.SIGNED, S.HANDLING), None, may.DISPATCH),
        Step("consult", _("发起会商"), (S.CLASSIFIED, S.DISPATCHED, S.OBJECTED, S.SIGNED, S.HANDLING), S.CONSULTING, may.DISPATCH,
             note_required=True, fields=("offices", "areas"), pauses=(terms.DISPATCH, *WITH_OFFICE), article=CITED, public=True,
             when=is_free),
        Step("ask_consultation", _("申请会商"), (S.DISPATCHED, S.SIGNED, S.HANDLING), S.CONSULTING, may.HANDLE, held=True,
             note_required=True, fields=("offices", "areas"), pauses=(terms.DISPATCH, *WITH_OFFICE), article=CITED, public=True,
             when=is_free),
        Step("appoint", _("确定主办单位"), (S.CONSULTING,), S.DISPATCHED, SYSTEM, fields=("office", "lead_by"),
             drops=(terms.DISPATCH, terms.OBJECT), starts=(terms.SIGN_FOR, terms.CONTACT), article=CITED, public=True),
        Step("add_joint_offices", _("增加协办单位"), (S.DISPATCHED, S.SIGNED, S.HANDLING), None, may.DISPATCH, note_required=True,
             fields=("joint_offices",), article=CITED),
        Step("raise_level", _("提级督办"), UNDER_WAY, None, SYSTEM, fields=("raised_to",), article=CITED, public=True,
             when=lambda case: case.raised_to_id is None),
        Step("contact", _("联系反映人"), (S.SIGNED,), S.HANDLING, may.HANDLE, held=True, note_required=True,
             meets=(terms.CONTACT,), public=True, main=True),
        Step("progress", _("记录进展"), (S.HANDLING,), None, may.HANDLE, held=True, note_required=True, public=True),
        Step("ask_person", _("询问反映人"), (S.HANDLING,), None, may.HANDLE, held=True, note_required=True,
             pauses=(terms.HANDLE,), starts=(terms.QUESTION,), public=True, when=lambda case: not case.question_open),
        Step("answer_question", _("答复询问"), (S.HANDLING,), None, RESIDENT, note_required=True,
             meets=(terms.QUESTION,), resumes=(terms.HANDLE,), public=True, when=lambda case: case.question_open),
        Step("record_answer", _("记录反映人的回答"), (S.HANDLING,), None, may.HANDLE, held=True, note_required=True,
             meets=(terms.QUESTION,), resumes=(terms.HANDLE,), public=True, when=lambda case: case.question_open),
        Step("stop_waiting", _("逾期未答复，恢复计时"), (S.HANDLING,), None, SYSTEM,
             drops=(terms.QUESTION,), resumes=(terms.HANDLE,), public=True, when=lambda case: case.question_open),
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
             drops=(terms.CALL_BACK,), starts=(terms.HANDLE,), public=True, when=lambda case: not case.parts),
        Step("close", _("办结"), (S.CALLED_BACK,), S.CLOSED, may.CALL_BACK, starts=(terms.RATE,), public=True, main=True,
             when=lambda case: case.solved != Solved.NO),
        Step("close_unsolved", _("未解决办结"), (S.CALLED_BACK,), S.CLOSED, may.CALL_BACK, fields=("outcome", "review_on"),
             note_required=True, starts=(terms.RATE,), public=True, main=True, when=lambda case: case.solved != Solved.YES),
        Step("come_back", _("到期回头看"), (S.CLOSED,), S.HANDLING, SYSTEM,
             drops=(terms.RATE,), starts=(terms.HANDLE,), public=True, when=lambda case: case.outcome == Outcome.LONG_TERM),
        Step("ask_reopening", _("申请重新办理"), (S.CLOSED,), None, RESIDENT, note_required=True, public=True,
             when=may_ask_reopening),
        Step("reopen", _("重新办理"), (S.CLOSED,), S.HANDLING, may.DISPATCH, note_required=True,
             drops=(terms.RATE,), starts=(terms.HANDLE,),
             public=True, main=True, when=lambda case: case.reopening_asked and not case.parts),
        Step("reopen_above", _("重新办理，交上一级"), (S.CLOSED,), S.CLASSIFIED, may.DISPATCH, note_required=True,
             drops=(terms.RATE, terms.APPEAL), starts=(terms.DISPATCH,), public=True,
             when=lambda case: case.against_id is not None and (case.reopening_asked or case.appeal_to_id is not None)),
        Step("refuse_reopening", _("不予重新办理"), (S.CLOSED,), None, may.DISPATCH, note_required=True, public=True,
             when=lambda case: case.reopening_asked),
        Step("confirm_refusal", _("维持不予重新办理"), (S.CLOSED,), None, may.DISPATCH, held="appeal_to",
             second=NOT_REVIEWED_BY, note_required=True, meets=(terms.APPEAL,), public=True,
             when=lambda case: case.appeal_to_id is not None),
        Step("order_reopening", _("责令重新办理"), (S.CLOSED,), S.HANDLING, may.DISPATCH, held="appeal_to",
             second=NOT_REVIEWED_BY, note_required=True, meets=(terms.APPEAL,), drops=(terms.RATE,), starts=(terms.HANDLE,),
             public=True, main=True, when=lambda case: case.appeal_to_id is not None),
        Step("correct", _("更正地点"), BEFORE_REPLY, None, may.DISPATCH, fields=("place", "landmark")),
        Step("add_word", _("补充说明"), (*BEFORE_REPLY, S.REPLIED, S.CALLED_BACK), None, RESIDENT, note_required=True, public=True),
        Step("not_accept", _("不予受理"), (S.REGISTERED, S.CLASSIFIED), S.NOT_ACCEPTED, may.DISPATCH, note_required=True,
             fields=("refusal",), public=True),
        Step("divert", _("转紧急热线"), (S.REGISTERED, S.CLASSIFIED, S.DISPATCHED), S.EMERGENCY, may.DISPATCH,
             fields=("diverted_to",), meets=(terms.DIVERT,), article=_("接诉即办条例第二条"), public=True),
        Step("hand_to_mediation", _("转人民调解"), (S.REGISTERED, S.CLASSIFIED, S.DISPATCHED), S.MEDIATION, may.DISPATCH,
             note_required=True, article=_("条例第三十八条、第四十一条"), public=True),
        Step("pass_to_mediation", _("转人民调解"), (S.SIGNED, S.HANDLING), S.MEDIATION, may.HANDLE, held=True,
             note_required=True, article=_("条例第三十八条、第四十一条"), public=True),
        Step("open_hazard", _("登记为安全隐患"), (S.SIGNED, S.HANDLING), None, may.HANDLE, held=True, note_required=True, rare=True,
             article=_("条例第三十二条"), when=lambda case: intake_of(HAZARDS) is not None),
        Step("open_incident", _("登记为突发事件"), (S.REGISTERED, S.CLASSIFIED, S.DISPATCHED), None, may.DISPATCH, note_required=True,
             rare=True, article=_("条例第三十一条"), when=lambda case: intake_of(INCIDENTS) is not None),
        Step("erase_contact", _("删除联系方式"), ENDED, None, SYSTEM, public=True, when=lambda case: case.erased_at is None),
        Step("withdraw", _("撤回"), (*BEFORE_REPLY, S.CONSULTING, S.MERGED, S.SPLIT), S.WITHDRAWN, RESIDENT, note_required=True,
             public=True),
        # One matter told by several: disputes/following carries what follows along with the case it follows.
        Step("merge", _("并案"), BEFORE_REPLY, S.MERGED, may.DISPATCH, note_required=True, fields=("merged_into",), public=True,
             when=may_follow),
        Step("join", _("我也遇到"), (S.REGISTERED,), S.MERGED, RESIDENT, fields=("merged_into",), public=True),
        Step("hear", _("主件进展"), (S.MERGED,), None, SYSTEM, public=True),
        Step("unmerge", _("解除并案"), (S.MERGED,), None, may.DISPATCH, note_required=True, public=True),
        Step("release", _("主件未办结，恢复单独办理"), (S.MERGED,), None, SYSTEM, public=True),
        Step("close_with_lead", _("随主件办结"), (S.MERGED,), S.CLOSED, SYSTEM, starts=(terms.RATE,), public=True),
        # Several matters in one complaint: disputes/splitting opens the parts and gathers their answers.
        Step("split", _("拆分"), (S.REGISTERED, S.CLASSIFIED), S.SPLIT, may.DISPATCH, fields=("parts",),
             meets=(terms.DIVERT,), drops=(terms.DISPATCH,), public=True, when=lambda case: case.parent_id is None),
        Step("close_part", _("分项办结"), (S.REPLIED,), S.CLOSED, may.CALL_BACK, meets=(terms.CALL_BACK,), main=True,
             when=lambda case: case.parent_id is not None),
        Step("reopen_part", _("分项重新办理"), (S.CLOSED,), S.HANDLING, may.DISPATCH, note_required=True, starts=(terms.HANDLE,),
             when=lambda case: case.parent_id is not None and case.office_id is not None),
        Step("answer_parts", _("汇总答复"), (S.SPLIT,), S.REPLIED, SYSTEM, note_required=True, starts=(terms.CALL_BACK,), public=True),
        Step("await_parts", _("分项重新办理，等待汇总"), ANSWERED, S.SPLIT, SYSTEM, drops=(terms.CALL_BACK, terms.RATE), public=True,
             when=lambda case: case.parts > 0),
        Step("name_accused", _("登记反映的单位"), (*UNDISPATCHED, *sorted(FINAL)), None, may.DISPATCH, note_required=True, rare=True,
             fields=("against",), article=AVOIDED),
        Step("recall_from_accused", _("登记反映的单位并收回"), WITH_ACCUSED, S.CLASSIFIED, may.DISPATCH, note_required=True, rare=True,
             fields=("against",), drops=(*WITH_OFFICE, terms.QUESTION, terms.CALL_BACK), starts=(terms.DISPATCH,), article=AVOIDED,
             when=lambda case: case.against_id is None),
        Step("clear_accused", _("撤销反映的单位"), tuple(S), None, may.DISPATCH, note_required=True, rare=True, article=AVOIDED,
             when=lambda case: case.against_id is not None),
        *recusal_steps(may.RECUSE, may.DISPATCH, ONGOING),
        Step("recall_for_recusal", _("因回避收回重派"), (S.HANDLING,), S.CLASSIFIED, may.DISPATCH, note_required=True, rare=True,
             drops=(*WITH_OFFICE, terms.QUESTION), starts=(terms.DISPATCH,), article=AVOIDED, when=has_recused),
        Step("flag_danger", _("标记重大事项"), ONGOING, None, may.FLAG, note_required=True, rare=True, starts=(terms.RESPOND,),
             article=CITED, when=lambda case: not case.danger),
        Step("unflag_danger", _("解除重大事项"), ONGOING, None, may.DISPATCH, note_required=True, rare=True, drops=(terms.RESPOND,),
             when=lambda case: bool(case.danger)),
    ),
)  # fmt: skip
