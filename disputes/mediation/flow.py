"""Art. 38 and 41, 人民调解法 §17–33: a mediation from the application to the file, as one table."""

from django.utils.translation import gettext_lazy as _

from disputes.mediation import permissions as may
from disputes.mediation import terms
from disputes.mediation.enums import FINAL, Confirmation
from disputes.mediation.enums import State as S
from governance.cases.bars import recusal_steps
from governance.flow.table import RESIDENT, SYSTEM, Flow, Step

BEFORE_OUTCOME = (S.REGISTERED, S.ACCEPTED, S.MEDIATING, S.EXPERT)
OPEN = (*BEFORE_OUTCOME, S.AGREED, S.PERFORMED, S.UNPERFORMED, S.ENDED)
WITH_AGREEMENT = (S.AGREED, S.PERFORMED, S.UNPERFORMED)


def may_be_confirmed(case):
    """A written agreement that nobody has taken to court yet."""
    return case.is_written and not case.confirmation


def waits_for_court(case):
    return case.confirmation == Confirmation.ASKED


def is_medical(case):
    return case.kind == "medical"


def is_arranged(case):
    """A session is agreed on and neither held nor fallen through."""
    return case.next_session_at is not None


def has_office(case):
    return case.office_id is not None


WORDS = {
    "amount": _("延长"), "held_at": _("调解时间"), "no_conflict": _("无利害关系"), "perform_by": _("履行期限"),
    "scheduled_for": _("约定时间"), "whom": _("当事人"),
}  # fmt: skip

FLOW = Flow(
    procedure="mediation",
    label=_("人民调解"),
    article=_("《呼和浩特市社会治理促进条例》第三十八条、第四十一条；《中华人民共和国人民调解法》；时限见“办理时限”，均注明依据。"),
    person=_("申请人"),
    words=WORDS,
    final=FINAL,
    opening=Step("register", _("登记"), target=S.REGISTERED, needs=RESIDENT, starts=(terms.ACCEPT,), article=_("人民调解法第十七条"),
                 public=True),
    steps=(
        Step("note_consent", _("登记调解意愿"), (S.REGISTERED,), None, may.MEDIATE, held=True, fields=("whom", "consent"),
             article=_("人民调解法第十七条")),
        Step("accept", _("受理"), (S.REGISTERED,), S.ACCEPTED, may.MEDIATE, held=True, fields=("kind", "points"),
             meets=(terms.ACCEPT,), starts=(terms.LIMIT,), article=_("人民调解法第十七条"), public=True, main=True),
        Step("not_accept", _("不予受理"), (S.REGISTERED,), S.NOT_ACCEPTED, may.MEDIATE, held=True, note_required=True,
             fields=("refusal",), meets=(terms.ACCEPT,), article=_("人民调解法第十七条"), public=True),
        Step("assign", _("指派调解员"), (S.ACCEPTED,), S.MEDIATING, may.MEDIATE, held=True, fields=("mediator", "no_conflict"),
             article=_("人民调解法第十九条"), public=True, main=True),
        Step("schedule", _("约定调解"), (S.MEDIATING,), None, may.MEDIATE, held=True,
             fields=("scheduled_for", "venue", "room", "invite_way"), article=_("人民调解法第二十二条"), public=True),
        Step("invite_other_side", _("已通知被申请人"), (S.MEDIATING,), None, SYSTEM),
        Step("note_answer", _("登记通知答复"), (S.MEDIATING,), None, may.MEDIATE, held=True, fields=("invitation", "answer"),
             when=is_arranged),
        Step("note_not_held", _("登记未举行"), (S.MEDIATING, S.EXPERT), None, may.MEDIATE, held=True, fields=("session", "not_held"),
             public=True, when=is_arranged),
        Step("hold_session", _("记录调解"), (S.MEDIATING,), None, may.MEDIATE, held=True,
             fields=("held_at", "venue", "attendance", "course", "result"), article=_("人民调解法第二十二条、第二十七条"), public=True),
        Step("agree", _("达成协议"), (S.MEDIATING,), S.AGREED, may.MEDIATE, held=True,
             fields=("form", "facts", "points", "responsibilities", "duties", "way", "venue", "perform_by"),
             meets=(terms.LIMIT,), starts=(terms.FOLLOW_UP,), article=_("人民调解法第二十八条、第二十九条"), public=True, main=True),
        Step("end", _("终止调解"), (S.ACCEPTED, S.MEDIATING, S.EXPERT), S.ENDED, may.MEDIATE, held=True, note_required=True,
             fields=("end_reason",), meets=(terms.LIMIT,), article=_("人民调解法第二十六条"), public=True),
        Step("enter_party", _("登记、更正当事人"), (S.REGISTERED, S.ACCEPTED, S.MEDIATING, S.EXPERT), None, may.MEDIATE, held=True,
             fields=("party", "side", "nature", "party_name", "party_phone", "id_number", "address", "agent")),
        Step("add_agent", _("登记代理人"), (*BEFORE_OUTCOME, *WITH_AGREEMENT), None, may.MEDIATE, held=True, rare=True,
             fields=("whom", "authority", "powers", "agent_name", "agent_phone", "agent_id")),
        Step("end_agent", _("终止代理"), (*BEFORE_OUTCOME, *WITH_AGREEMENT), None, may.MEDIATE, held=True, rare=True, note_required=True,
             fields=("agent_row",)),
        Step("replace", _("更换调解员"), (S.MEDIATING,), None, may.MEDIATE, held=True, note_required=True, rare=True,
             fields=("mediator", "no_conflict"), article=_("人民调解法第二十三条"), public=True),
        Step("ask_expert", _("委托鉴定、专家评估"), (S.MEDIATING,), S.EXPERT, may.MEDIATE, held=True, note_required=True,
             pauses=(terms.LIMIT,), article=_("医疗纠纷预防和处理条例第三十四条、第三十八条"), public=True, when=is_medical),
        Step("receive_opinion", _("收到鉴定、评估意见"), (S.EXPERT,), S.MEDIATING, may.MEDIATE, held=True, note_required=True,
             resumes=(terms.LIMIT,), public=True, main=True),
        Step("extend", _("双方同意延长期限"), (S.MEDIATING,), None, may.MEDIATE, held=True, note_required=True, rare=True,
             fields=("amount",), public=True),
        Step("follow_up", _("回访"), (S.AGREED, S.UNPERFORMED), None, may.MEDIATE, held=True, note_required=True,
             meets=(terms.FOLLOW_UP,), starts=(terms.FOLLOW_UP,), article=_("人民调解法第三十一条")),
        Step("perform", _("确认已履行"), (S.AGREED, S.UNPERFORMED), S.PERFORMED, may.MEDIATE, held=True, note_required=True,
             meets=(terms.FOLLOW_UP,), article=_("人民调解法第三十一条"), public=True, main=True),
        Step("note_unperformed", _("登记未履行"), (S.AGREED,), S.UNPERFORMED, may.MEDIATE, held=True, note_required=True,
             meets=(terms.FOLLOW_UP,), article=_("人民调解法第三十一条、第三十二条"), public=True),
        Step("confirm_asked", _("已申请司法确认"), WITH_AGREEMENT, None, may.MEDIATE, held=True, meets=(terms.CONFIRM,),
             article=_("人民调解法第三十三条"), public=True, when=may_be_confirmed),
        Step("confirm_waived", _("双方不申请司法确认"), WITH_AGREEMENT, None, may.MEDIATE, held=True, drops=(terms.CONFIRM,),
             when=may_be_confirmed),
        Step("confirm", _("登记司法确认结果"), WITH_AGREEMENT, None, may.MEDIATE, held=True, note_required=True,
             fields=("confirmation",), article=_("人民调解法第三十三条"), public=True, when=waits_for_court),
        Step("file", _("归档"), (S.PERFORMED, S.UNPERFORMED, S.ENDED), S.FILED, may.MEDIATE, held=True,
             article=_("人民调解法第二十七条"), main=True),
        Step("grade", _("评定纠纷等级"), OPEN, None, may.MEDIATE, held=True, rare=True, fields=("criteria",), article=_("条例第三十八条"),
             when=has_office),
        Step("coordinate", _("牵头协调"), OPEN, None, may.LEAD, held="leader", note_required=True, article=_("条例第三十八条")),
        Step("note_source", _("更正来源"), OPEN, None, may.MEDIATE, held=True, rare=True, fields=("source", "source_unit", "source_ref")),
        Step("report_to_police", _("向公安机关报告"), OPEN, None, may.REPORT, note_required=True, article=_("人民调解法第二十五条")),
        Step("remind", _("催办"), (S.REGISTERED, S.ACCEPTED, S.MEDIATING), None, may.ASSIGN),
        Step("reassign", _("指定其他调委会"), (S.REGISTERED,), None, may.ASSIGN, note_required=True, fields=("office",), public=True),
        Step("take_over", _("改由其他调委会调解"), (S.ACCEPTED, S.MEDIATING), S.ACCEPTED, may.ASSIGN, note_required=True,
             fields=("office",), public=True),
        *recusal_steps(may.MEDIATE, may.ASSIGN, OPEN),
        Step("withdraw", _("撤回申请"), BEFORE_OUTCOME, S.WITHDRAWN, RESIDENT, note_required=True, public=True),
    ),
)  # fmt: skip
