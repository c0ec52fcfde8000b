"""Art. 47: a matter of the village is raised, prepared, announced, deliberated, resolved, carried out and judged by those it concerns."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import RESIDENT, SYSTEM, Flow, Step
from grids.deliberation import permissions as may
from grids.deliberation import terms
from grids.deliberation.enums import FINAL, PREPARED
from grids.deliberation.enums import State as S

CITED = _("条例第四十七条")
MEETING = ("meet_at", "venue", "chair", "agenda")
VOTES = ("votes_for", "votes_against", "votes_abstained")


def has_views(case):
    """A result rests on views taken down, or on a vote."""
    return case.votes_for is not None or case.views.exists()


FLOW = Flow(
    procedure="deliberation",
    label=_("议事协商"),
    article=_("《呼和浩特市社会治理促进条例》第四十七条；时限见“办理时限”，均为可修改的默认值。"),
    person=_("提议人"),
    final=FINAL,
    opening=Step("raise", _("提出议题"), target=S.RAISED, needs=may.RAISE, starts=(terms.ANSWER,), article=CITED, public=True),
    steps=(
        Step("accept", _("受理"), (S.RAISED,), S.ACCEPTED, may.LEAD, fields=("title", "kind"), meets=(terms.ANSWER,), starts=(terms.MEET,),
             article=CITED, public=True, main=True),
        Step("decline", _("不予受理"), (S.RAISED,), S.DECLINED, may.LEAD, note_required=True, meets=(terms.ANSWER,), public=True),
        Step("withdraw", _("撤回提议"), (S.RAISED,), S.WITHDRAWN, RESIDENT, note_required=True, public=True),
        Step("schedule", _("安排议程"), (S.ACCEPTED, S.SCHEDULED), S.SCHEDULED, may.LEAD, fields=MEETING, article=CITED, main=True),
        Step("invite", _("邀请参加人"), PREPARED, None, may.LEAD, fields=("role", "body", "people", "names"), article=CITED),
        Step("announce", _("发布公告"), (S.SCHEDULED,), S.ANNOUNCED, may.LEAD, article=CITED, public=True, main=True),
        Step("postpone", _("改期"), (S.ANNOUNCED,), S.SCHEDULED, may.LEAD, note_required=True, fields=MEETING, public=True),
        Step("hold", _("记录协商情况"), (S.ANNOUNCED,), S.HELD, may.LEAD, fields=("attended", "way", *VOTES), meets=(terms.MEET,),
             starts=(terms.PUBLISH,), article=CITED, public=True, main=True),
        Step("record_view", _("记录意见"), (S.HELD,), None, may.LEAD, note_required=True, fields=("role",), article=CITED),
        Step("publish_result", _("公布协商结果"), (S.HELD,), S.CARRYING, may.LEAD, fields=("result", "responsible", "carry_by"),
             meets=(terms.PUBLISH,), starts=(terms.CARRY_OUT,), article=CITED, public=True, main=True, when=has_views),
        Step("publish_no_result", _("公布未达成一致"), (S.HELD,), S.UNSETTLED, may.LEAD, note_required=True, meets=(terms.PUBLISH,),
             public=True, when=has_views),
        Step("progress", _("记录落实进展"), (S.CARRYING,), None, may.LEAD, note_required=True, fields=("photos",), public=True),
        Step("set_day", _("调整完成日期"), (S.CARRYING,), None, may.LEAD, note_required=True, fields=("carry_by",),
             starts=(terms.CARRY_OUT,), public=True),
        Step("carry_out", _("落实完成"), (S.CARRYING,), S.CARRIED_OUT, may.LEAD, note_required=True, fields=("photos",),
             meets=(terms.CARRY_OUT,), starts=(terms.EVALUATE,), article=CITED, public=True, main=True),
        Step("evaluate", _("记录评价"), (S.CARRIED_OUT,), S.EVALUATED, may.LEAD, fields=("asked", "satisfied"), meets=(terms.EVALUATE,),
             article=CITED, public=True, main=True),
        Step("carry_on", _("继续落实"), (S.EVALUATED,), S.CARRYING, may.LEAD, note_required=True, fields=("carry_by",),
             starts=(terms.CARRY_OUT,), public=True),
        Step("close", _("结束"), (S.EVALUATED,), S.CLOSED, may.LEAD, public=True, main=True),
        Step("add_files", _("添加材料"), (*PREPARED, S.HELD, S.CARRYING, S.CARRIED_OUT), None, may.LEAD, fields=("files", "shown"),
             rare=True),
        Step("erase_contact", _("删除联系方式和姓名"), tuple(sorted(FINAL)), None, SYSTEM),
        Step("end", _("终止协商"), PREPARED, S.ENDED, may.LEAD, note_required=True, rare=True, public=True),
    ),
)  # fmt: skip
