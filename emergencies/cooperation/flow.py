"""Art. 8: a joint meeting of cities from its calling to the last thing that was agreed, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.cooperation import permissions as may
from emergencies.cooperation import terms
from emergencies.cooperation.enums import BEFORE, FINAL, Kind
from emergencies.cooperation.enums import State as S
from governance.flow.table import SYSTEM, Among, Flow, Step

CITED = _("条例第八条")
MEMBER = Among("office_ids")


def is_special(case):
    """A regular one can be put off, and never left out."""
    return case.kind == Kind.SPECIAL


def has_resolutions(case):
    return case.resolution_count > 0


FLOW = Flow(
    procedure="cooperation",
    label=_("区域会商"),
    article=_("《呼和浩特市社会治理促进条例》第八条；会商间隔和纪要、落实时限为可修改的默认值。"),
    words={"offices": _("参加单位"), "resolution": _("议定事项"), "owner": _("本市责任单位"), "partner": _("协作城市"),
           "partners": _("参加城市"), "due_on": _("完成日期"), "present": _("到会城市")},
    final=FINAL,
    opening=Step("open", _("发起会商"), target=S.DUE, starts=(terms.CONVENE,), article=CITED),
    steps=(
        Step("arrange", _("安排会商"), (S.DUE,), S.PLANNED, may.CALL, held=True, fields=("title", "purpose", "meet_at", "venue", "chair",
             "partners"), article=CITED, main=True),
        Step("invite", _("通知本市单位参加"), (S.PLANNED, S.HELD), None, may.CALL, held=True, fields=("offices",)),
        Step("postpone", _("改期"), (S.PLANNED,), None, may.CALL, held=True, note_required=True, fields=("meet_at", "venue"), rare=True),
        Step("hold", _("登记召开情况"), (S.PLANNED,), S.HELD, may.CALL, held=True, note_required=True, fields=("held_at", "present"),
             meets=(terms.CONVENE,), starts=(terms.RECORD,), article=CITED, main=True),
        Step("decide", _("登记议定事项"), (S.HELD,), None, may.CALL, held=True, fields=("task", "owner", "partner", "due_on"),
             article=CITED),
        Step("withdraw", _("删去议定事项"), (S.HELD,), None, may.CALL, held=True, fields=("resolution",), when=has_resolutions, rare=True),
        Step("issue", _("印发会商纪要"), (S.HELD,), S.CARRYING, may.CALL, held=True, meets=(terms.RECORD,), starts=(terms.CARRY_OUT,),
             when=has_resolutions, article=CITED, main=True),
        Step("issue_plain", _("印发会商纪要（没有议定事项）"), (S.HELD,), S.CLOSED, may.CALL, held=True, note_required=True,
             meets=(terms.RECORD,), article=CITED),
        Step("finish", _("落实完成一项"), (S.CARRYING,), None, may.CARRY_OUT, held=MEMBER, note_required=True,
             fields=("resolution",), meets=(terms.CARRY_OUT,), article=CITED, main=True),
        Step("defer", _("调整完成日期"), (S.CARRYING,), None, may.CALL, held=True, note_required=True, fields=("resolution", "due_on"),
             rare=True),
        Step("press", _("催办议定事项"), (S.CARRYING,), None, may.CALL, held=True),
        Step("close", _("议定事项全部落实"), (S.CARRYING,), S.CLOSED, SYSTEM),
        Step("cancel", _("取消会商"), BEFORE, S.CANCELLED, may.CALL, held=True, note_required=True, when=is_special,
             rare=True),
    ),
)  # fmt: skip
