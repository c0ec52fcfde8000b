"""Art. 32: a hazard from the day it was found to the day it is struck off, general or major, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.hazards import permissions as may
from emergencies.hazards import terms
from emergencies.hazards.enums import FINAL, OPEN, UNDER_WAY, Grade, Reward
from emergencies.hazards.enums import State as S
from governance.flow.table import RESIDENT, SYSTEM, Another, Flow, Step

CITED = _("条例第三十二条")
MAJOR_ONES = _("条例第三十二条；安全生产法第四十一条")
BY_REWARD = _("安全生产法第七十四条、第七十六条")
PLAN_FIELDS = ("aim", "way", "money", "people", "rectify_by", "precautions")
WHOSE = ("site", "responsible")  # who must remove it


def of_either(case, office):
    """The office that supervises it, or the site that must remove it."""
    return office in (case.office_id, case.site_id)


def is_general(case):
    return case.grade == Grade.GENERAL


def is_major(case):
    return case.grade == Grade.MAJOR


def awaits_removal(case):
    return not case.extension_asked


def extension_asked(case):
    return case.extension_asked


def has_account(case):
    """A general one of somebody without an account is judged by who wrote its removal down."""
    return case.grade == Grade.MAJOR or case.site_id is not None


def reward_asked(case):
    return case.reward == Reward.ASKED


REMOVALS = ("report_removed", "report_governed")
NOT_LOWERED_BY = Another(_("定为重大隐患的人员不能自行降级，请由同事办理。"), steps=("grade_major", "raise_grade"))
NOT_LISTED_BY = Another(_("报送治理方案的人员不能决定挂牌，请由他人审核。"), steps=("submit_plan",))
NOT_CHECKED_BY = Another(_("报告整改完成的人员不能自行复查验收，请由他人办理。"), steps=REMOVALS, when=has_account)
NOT_STRUCK_BY = Another(_("验收人员和整改人员不能自行销号，请由第二人办理。"), steps=("accept", *REMOVALS))

FLOW = Flow(
    procedure="hazards",
    label=_("安全隐患"),
    article=_("《呼和浩特市社会治理促进条例》第三十二条、《安全生产法》第四十一条；时限见“办理时限”，均注明依据。"),
    person=_("举报人"),
    words={"stage": _("治理阶段"), "amount": _("申请延长（天）")},
    final=FINAL,
    opening=Step("report", _("登记隐患"), target=S.REPORTED, needs=may.REPORT, starts=(terms.VERIFY,), article=CITED, public=True),
    steps=(
        Step("grade_general", _("核实为一般隐患"), (S.REPORTED,), S.RECTIFYING, may.VERIFY, held=True,
             fields=("sector", *WHOSE, "rectify_by"), meets=(terms.VERIFY,), starts=(terms.GENERAL,), article=CITED, public=True,
             main=True),
        Step("grade_major", _("核实为重大隐患"), (S.REPORTED,), S.PLANNING, may.VERIFY, held=True, note_required=True,
             fields=("criterion", *WHOSE), meets=(terms.VERIFY,), starts=(terms.MEASURES, terms.PLAN), article=MAJOR_ONES, public=True),
        Step("remove_on_spot", _("当场整改销号"), (S.REPORTED,), S.CLOSED, may.VERIFY, held=True, note_required=True,
             fields=("photographs",), meets=(terms.VERIFY,), article=CITED, public=True),
        Step("pass_on", _("转有关部门"), (S.REPORTED, S.RECTIFYING), S.REPORTED, may.VERIFY, held=True, note_required=True,
             fields=("office",), meets=(terms.VERIFY,), drops=(terms.GENERAL,), starts=(terms.VERIFY,),
             article=_("条例第三十二条第二款"), public=True),
        Step("dismiss", _("未发现隐患"), (S.REPORTED,), S.DISMISSED, may.VERIFY, held=True, note_required=True, meets=(terms.VERIFY,),
             public=True),
        Step("take_measures", _("记录临时防护措施"), OPEN, None, may.REMOVE, held=of_either, fields=("measures", "photographs"),
             meets=(terms.MEASURES,), article=_("条例第三十二条第二款")),
        Step("name_site", _("明确责任单位"), UNDER_WAY, None, may.VERIFY, held=True, fields=WHOSE, rare=True),
        Step("raise_grade", _("升级为重大隐患"), (S.RECTIFYING,), S.PLANNING, may.VERIFY, held=True, note_required=True, rare=True,
             fields=("criterion",), drops=(terms.GENERAL,), starts=(terms.MEASURES, terms.PLAN), article=MAJOR_ONES, public=True),
        Step("lower_grade", _("降为一般隐患"), (S.PLANNING, S.PLANNED), S.RECTIFYING, may.VERIFY, held=True, second=NOT_LOWERED_BY,
             note_required=True, rare=True, fields=("rectify_by",), drops=(terms.MEASURES, terms.PLAN, terms.LIST),
             starts=(terms.GENERAL,), public=True),
        Step("submit_plan", _("报送治理方案"), (S.PLANNING,), S.PLANNED, may.REMOVE, held=of_either, fields=PLAN_FIELDS,
             meets=(terms.PLAN,), starts=(terms.LIST,), article=MAJOR_ONES, main=True),
        Step("return_plan", _("退回修改方案"), (S.PLANNED,), S.PLANNING, may.PRESS, note_required=True, meets=(terms.LIST,),
             starts=(terms.PLAN,)),
        Step("list", _("挂牌督办"), (S.PLANNED,), S.GOVERNING, may.PRESS, second=NOT_LISTED_BY, meets=(terms.LIST,),
             starts=(terms.MAJOR,), article=MAJOR_ONES, public=True, main=True),
        Step("finish_stage", _("完成治理阶段"), (S.GOVERNING,), None, may.REMOVE, held=of_either, note_required=True,
             fields=("stage", "photographs"), when=lambda case: case.has_stages_to_do),
        Step("progress", _("记录进展"), UNDER_WAY, None, may.REMOVE, held=of_either, note_required=True, fields=("photographs",)),
        Step("ask_extension", _("申请延期"), (S.GOVERNING,), None, may.REMOVE, held=of_either, note_required=True, fields=("amount",),
             when=awaits_removal),
        Step("grant_extension", _("同意延期"), (S.GOVERNING,), None, may.PRESS, note_required=True, when=extension_asked, main=True),
        Step("refuse_extension", _("不同意延期"), (S.GOVERNING,), None, may.PRESS, note_required=True, when=extension_asked),
        Step("report_removed", _("报告整改完成"), (S.RECTIFYING,), S.REMOVED, may.REMOVE, held=of_either, note_required=True,
             fields=("photographs",), meets=(terms.GENERAL,), starts=(terms.RECHECK,), article=CITED, public=True, main=True),
        Step("report_governed", _("报告治理完成"), (S.GOVERNING,), S.REMOVED, may.REMOVE, held=of_either, note_required=True,
             fields=("photographs",), meets=(terms.MAJOR,), starts=(terms.ACCEPT,), article=MAJOR_ONES, public=True, main=True),
        Step("verify", _("复查合格，销号"), (S.REMOVED,), S.CLOSED, may.VERIFY, held=True, second=NOT_CHECKED_BY,
             note_required=True, fields=("photographs",), meets=(terms.RECHECK,), article=CITED, public=True, main=True, when=is_general),
        Step("accept", _("验收合格"), (S.REMOVED,), S.ACCEPTED, may.VERIFY, held=True, second=NOT_CHECKED_BY, note_required=True,
             fields=("photographs",), meets=(terms.ACCEPT,), starts=(terms.STRIKE,), article=MAJOR_ONES, public=True, main=True,
             when=is_major),
        Step("fail", _("复查不合格"), (S.REMOVED,), S.RECTIFYING, may.VERIFY, held=True, note_required=True, fields=("rectify_by",),
             meets=(terms.RECHECK,), starts=(terms.GENERAL,), public=True, when=is_general),
        Step("fail_major", _("验收不合格"), (S.REMOVED,), S.GOVERNING, may.VERIFY, held=True, note_required=True, fields=("rectify_by",),
             meets=(terms.ACCEPT,), starts=(terms.MAJOR,), public=True, when=is_major),
        Step("strike", _("同意销号"), (S.ACCEPTED,), S.CLOSED, may.PRESS, second=NOT_STRUCK_BY, meets=(terms.STRIKE,), article=MAJOR_ONES,
             public=True, main=True),
        Step("refuse_strike", _("不同意销号"), (S.ACCEPTED,), S.GOVERNING, may.PRESS, note_required=True, fields=("rectify_by",),
             meets=(terms.STRIKE,), starts=(terms.MAJOR,), public=True),
        Step("remind", _("催办"), UNDER_WAY, None, may.REMIND),
        Step("raise_overdue", _("逾期未办理，上报上一级"), UNDER_WAY, None, SYSTEM, article=CITED,
             when=lambda case: case.raised_at is None),
        Step("grant_reward", _("决定奖励"), (S.CLOSED,), None, may.REWARD, held=True, fields=("reward_amount",), meets=(terms.REWARD,),
             article=BY_REWARD, public=True, main=True, when=reward_asked),
        Step("refuse_reward", _("不予奖励"), (S.CLOSED,), None, may.REWARD, held=True, note_required=True, meets=(terms.REWARD,),
             article=BY_REWARD, public=True, when=reward_asked),
        Step("pay_reward", _("记录发放"), (S.CLOSED,), None, may.REWARD, held=True, note_required=True, article=BY_REWARD, public=True,
             main=True, when=lambda case: case.reward == Reward.GRANTED),
        Step("withdraw", _("撤回"), (S.REPORTED,), S.WITHDRAWN, RESIDENT, note_required=True, public=True,
             when=lambda case: bool(case.query_code_index)),
        Step("erase_contact", _("删除联系方式"), tuple(sorted(FINAL)), None, SYSTEM),
    ),
)  # fmt: skip
