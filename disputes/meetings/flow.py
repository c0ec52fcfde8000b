"""Art. 38: a joint meeting from its plan to the last of its decisions, as one table."""

from django.utils.translation import gettext_lazy as _

from disputes.meetings import permissions as may
from disputes.meetings import terms
from disputes.meetings.enums import BEFORE, FINAL
from disputes.meetings.enums import State as S
from governance.flow.table import SYSTEM, Flow, Step

CITED = _("条例第三十八条第二款")
SET = ("title", "purpose", "meet_at", "venue", "chair")


def is_member(case, office):
    """Invited, and not the caller itself."""
    return office in case.office_ids and office != case.office_id


def has_items(case):
    return case.item_count > 0


FLOW = Flow(
    procedure="meetings",
    label=_("联席会议"),
    article=_("《呼和浩特市社会治理促进条例》第三十八条；时限见“办理时限”，均为可修改的默认值。"),
    words={"topic": _("议题"), "task": _("议定内容"), "owner": _("责任单位"), "due_on": _("完成日期"), "item": _("议题"),
           "representative": _("参会人员"), "presenter": _("汇报单位")},
    final=FINAL,
    opening=Step("plan", _("拟定会议"), target=S.PLANNED, needs=may.CALL, article=CITED),
    steps=(
        Step("add_item", _("添加议题"), (S.PLANNED,), None, may.CALL, held=True, fields=("topic", "presenter", "matter"), article=CITED),
        Step("invite", _("邀请参会单位"), BEFORE, None, may.CALL, held=True, fields=("offices", "other"), article=CITED),
        Step("announce", _("发出会议通知"), (S.PLANNED,), S.ANNOUNCED, may.CALL, held=True, article=CITED, main=True),
        Step("confirm", _("回复参会"), (S.ANNOUNCED,), None, may.ATTEND, held=is_member, fields=("representative",), main=True),
        Step("excuse", _("请假"), (S.ANNOUNCED,), None, may.ATTEND, held=is_member, note_required=True),
        Step("hold", _("登记召开情况"), (S.ANNOUNCED,), S.HELD, may.CALL, held=True, note_required=True, fields=("present",),
             article=CITED, main=True),
        Step("record_item", _("记录议题讨论情况"), (S.HELD,), None, may.CALL, held=True, fields=("item", "discussion"), when=has_items),
        Step("decide", _("形成议定事项"), (S.HELD,), None, may.CALL, held=True, fields=("item", "task", "owner", "due_on"), article=CITED),
        Step("issue", _("印发会议纪要"), (S.HELD,), S.CARRYING, may.CALL, held=True, meets=(terms.RECORD,), article=CITED, main=True),
        Step("close", _("议定事项全部办结"), (S.CARRYING,), S.CLOSED, SYSTEM, article=CITED),
        Step("postpone", _("改期"), (S.ANNOUNCED,), None, may.CALL, held=True, note_required=True, fields=("meet_at", "venue"), rare=True),
        Step("change", _("修改会议安排"), (S.PLANNED,), None, may.CALL, held=True, fields=SET, rare=True),
        Step("drop_item", _("删去议题"), (S.PLANNED,), None, may.CALL, held=True, fields=("item",), when=has_items, rare=True),
        Step("uninvite", _("删去参会单位"), (S.PLANNED,), None, may.CALL, held=True, fields=("member",), rare=True),
        Step("add_files", _("添加材料"), (*BEFORE, S.HELD, S.CARRYING), None, may.CALL, held=True, fields=("files",), rare=True),
        Step("cancel", _("取消会议"), BEFORE, S.CANCELLED, may.CALL, held=True, note_required=True, rare=True),
    ),
)  # fmt: skip
