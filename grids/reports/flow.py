"""Art. 51: what a grid worker finds is solved on the spot or goes up, station by station, until someone answers; as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import SYSTEM, Flow, Step
from governance.registry import intake_of
from grids.reports import permissions as may
from grids.reports import terms
from grids.reports.enums import FINAL, STATIONS
from grids.reports.enums import State as S
from grids.reports.rules import COMPLAINTS, HAZARDS, INCIDENTS, MEDIATION

CITED = _("条例第五十一条")
OPEN = (S.REPORTED, *STATIONS)
ANSWERS = (terms.VILLAGE, terms.TOWNSHIP, terms.DEPARTMENT)


def unsigned(case):
    return case.signed_at is None


def answered_by(station):
    """Whether it was this station's answer, and it was not sent back before."""
    return lambda case: case.answered_from == station and not case.sent_back


def fits_mediation(case):
    """Whether mediation takes cases over, and disputes arise from this kind."""
    return intake_of(MEDIATION) is not None and bool(case.kind.dispute_kind)


def fits_complaints(case):
    """Whether the hotline takes cases over; it finds a category by the words where the kind names none."""
    return intake_of(COMPLAINTS) is not None


def fits_hazards(case):
    """Whether the hazards' own procedure takes cases over, and this kind is one."""
    return intake_of(HAZARDS) is not None and case.kind.hands_to == HAZARDS


def fits_incidents(case):
    """Whether incidents are taken over: what breaks out is no report any more, whatever its kind (Art. 31)."""
    return intake_of(INCIDENTS) is not None


def unwatched(case):
    return case.watched_at is None


def extension_asked(case):
    return case.extension_asked


FLOW = Flow(
    procedure="reports",
    label=_("网格事件"),
    article=_("《呼和浩特市社会治理促进条例》第五十一条；时限见“办理时限”，均注明依据。"),
    person=_("网格员"),
    words={"amount": _("申请延长（工作日）")},
    final=FINAL,
    opening=Step("report", _("上报"), target=S.REPORTED, needs=may.REPORT, starts=(terms.ON_THE_SPOT,), article=CITED),
    steps=(
        Step("solve", _("现场解决"), (S.REPORTED,), S.SOLVED, may.REPORT, note_required=True, fields=("photos",),
             meets=(terms.ON_THE_SPOT,), article=CITED, main=True),
        Step("pass_to_village", _("转村（社区）办理"), (S.REPORTED,), S.VILLAGE, may.REPORT,
             meets=(terms.ON_THE_SPOT,), starts=(terms.VILLAGE,), article=CITED),
        Step("sign", _("签收"), STATIONS, None, may.ANSWER, held=True, when=unsigned, main=True),
        Step("answer", _("答复"), STATIONS, S.ANSWERED, may.ANSWER, held=True, note_required=True, fields=("photos",),
             meets=ANSWERS, starts=(terms.CONFIRM,), article=CITED, main=True),
        Step("remind", _("催办"), STATIONS, None, may.DISPATCH),
        Step("progress", _("记录进展"), STATIONS, None, may.ANSWER, held=True, note_required=True),
        Step("pass_to_township", _("转乡镇（街道）"), (S.VILLAGE,), S.TOWNSHIP, may.ANSWER, held=True, note_required=True,
             meets=(terms.VILLAGE,), starts=(terms.TOWNSHIP,), article=CITED),
        Step("pass_to_department", _("转部门"), (S.TOWNSHIP,), S.DEPARTMENT, may.ANSWER, held=True, note_required=True,
             fields=("office",), meets=(terms.TOWNSHIP,), starts=(terms.DEPARTMENT,), article=CITED),
        Step("dispatch", _("综治中心派单"), (S.TOWNSHIP, S.DEPARTMENT), S.DEPARTMENT, may.DISPATCH, note_required=True,
             fields=("office",), meets=(terms.TOWNSHIP, terms.DEPARTMENT), starts=(terms.DEPARTMENT,), article=CITED),
        Step("return_to_worker", _("退回网格员"), (S.VILLAGE,), S.REPORTED, may.ANSWER, held=True, note_required=True,
             meets=(terms.VILLAGE,), starts=(terms.ON_THE_SPOT,)),
        Step("return_to_village", _("退回村（社区）"), (S.TOWNSHIP,), S.VILLAGE, may.ANSWER, held=True, note_required=True,
             meets=(terms.TOWNSHIP,), starts=(terms.VILLAGE,)),
        Step("return_to_township", _("退回乡镇（街道）"), (S.DEPARTMENT,), S.TOWNSHIP, may.ANSWER, held=True, note_required=True,
             meets=(terms.DEPARTMENT,), starts=(terms.TOWNSHIP,)),
        Step("ask_extension", _("申请延期"), (S.DEPARTMENT,), None, may.ANSWER, held=True, note_required=True, fields=("amount",),
             when=lambda case: not case.extension_asked),
        Step("grant_extension", _("同意延期"), (S.DEPARTMENT,), None, may.DISPATCH, note_required=True, when=extension_asked, main=True),
        Step("refuse_extension", _("不同意延期"), (S.DEPARTMENT,), None, may.DISPATCH, note_required=True, when=extension_asked),
        Step("confirm", _("确认办结"), (S.ANSWERED,), S.CONFIRMED, may.REPORT, meets=(terms.CONFIRM,), article=CITED, main=True),
        Step("send_back_to_village", _("退回村（社区）重办"), (S.ANSWERED,), S.VILLAGE, may.REPORT, note_required=True,
             meets=(terms.CONFIRM,), starts=(terms.VILLAGE,), when=answered_by(S.VILLAGE)),
        Step("send_back_to_township", _("退回乡镇（街道）重办"), (S.ANSWERED,), S.TOWNSHIP, may.REPORT, note_required=True,
             meets=(terms.CONFIRM,), starts=(terms.TOWNSHIP,), when=answered_by(S.TOWNSHIP)),
        Step("send_back_to_department", _("退回部门重办"), (S.ANSWERED,), S.DEPARTMENT, may.REPORT, note_required=True,
             meets=(terms.CONFIRM,), starts=(terms.DEPARTMENT,), when=answered_by(S.DEPARTMENT)),
        Step("hand_to_dispute", _("转矛盾纠纷调解"), OPEN, S.HANDED_OVER, may.HAND_OVER, held=True, note_required=True,
             article=_("条例第三十八条、第五十一条"), when=fits_mediation),
        Step("hand_to_complaint", _("转12345接诉即办"), OPEN, S.HANDED_OVER, may.HAND_OVER, held=True, note_required=True,
             article=_("条例第四十三条、第五十一条"), when=fits_complaints),
        Step("hand_to_hazard", _("转安全隐患排查治理"), OPEN, S.HANDED_OVER, may.HAND_OVER, held=True, note_required=True,
             article=CITED, when=fits_hazards),
        Step("hand_to_incident", _("转突发事件处置"), OPEN, S.HANDED_OVER, may.HAND_OVER, held=True, note_required=True,
             article=_("条例第三十一条、第五十一条"), when=fits_incidents, rare=True),
        Step("raise_to_township", _("逾期未答复，自动上报乡镇（街道）"), (S.VILLAGE,), S.TOWNSHIP, SYSTEM,
             drops=(terms.VILLAGE,), starts=(terms.TOWNSHIP,), article=CITED),
        Step("raise_to_department", _("逾期未答复，自动转主管部门"), (S.TOWNSHIP,), S.DEPARTMENT, SYSTEM,
             drops=(terms.TOWNSHIP,), starts=(terms.DEPARTMENT,), article=CITED),
        Step("watch", _("逾期未答复，综治中心盯办"), STATIONS, None, SYSTEM, when=unwatched),
        Step("confirm_by_silence", _("逾期未核对，自动办结"), (S.ANSWERED,), S.CONFIRMED, SYSTEM, drops=(terms.CONFIRM,)),
        Step("withdraw", _("撤回误报"), (S.REPORTED,), S.WITHDRAWN, may.REPORT, note_required=True),
    ),
)  # fmt: skip
