"""Art. 31 and 33: an incident from the first call to the file, with what is reported upwards on the way, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.incidents import permissions as may
from emergencies.incidents import terms
from emergencies.incidents.enums import FINAL, TAKEN_UP, UNDER_WAY, Figure
from emergencies.incidents.enums import State as S
from governance.flow.table import RESIDENT, SYSTEM, Flow, Step

CITED, BY_HEALTH = _("条例第三十一条"), _("条例第三十三条、《突发公共卫生事件应急条例》")
REPORTING = _("《生产安全事故报告和调查处理条例》第九条至第十三条")
RESPONDING = _("《突发事件应对法》第七十二条")
GRADING = _("《突发事件应对法》第三条")
FIGURES = tuple(Figure.values)
SIX_POINTS = ("unit", "scene", "course", "casualties", "measures", "other")
COUNTS = ("suspected", "confirmed", "severe", "recovered", "ill_dead", "contacts", "observed", "tested")
WORDS = {
    "same_as": _("并入的事件"), "measure": _("防控措施"), "measure_until": _("措施截止"), "suspected": _("疑似病例"),
    "confirmed": _("确诊病例"), "severe": _("重症"), "recovered": _("治愈"), "ill_dead": _("病亡"), "contacts": _("密切接触者"),
    "observed": _("医学观察"), "tested": _("检测"),
}  # fmt: skip


def reports_now(case, office):
    """Whose turn it is to report upwards; the office that handles it may do so for a unit that does not."""
    return office in (case.reporter_id, case.office_id)


def is_first(case):
    return not case.reached


def goes_up(case):
    return bool(case.reached) and case.reporter_id is not None


def was_told(case):
    return bool(case.reached)


def awaits_final(case):
    return bool(case.reached) and case.final_report_at is None


def has_final(case):
    return case.final_report_at is not None


def is_health(case):
    return case.is_health


def is_led(case):
    return case.command_office_id is not None


def is_run_by(case, office):
    return case.is_run_by(office)


COMMANDING = {"needs": may.COMMAND, "held": is_run_by}

FLOW = Flow(
    procedure="incidents",
    label=_("突发事件"),
    article=_("《呼和浩特市社会治理促进条例》第三十一条、第三十三条，《突发事件应对法》；时限见“办理时限”，均注明依据。"),
    person=_("报告人"),
    words=WORDS,
    final=FINAL,
    opening=Step("report", _("登记事件"), target=S.REGISTERED, needs=may.REPORT, starts=(terms.VERIFY, terms.FIRST), article=CITED,
                 public=True),
    steps=(
        Step("verify", _("核实，开始处置"), (S.REGISTERED,), S.HANDLING, may.HANDLE, held=True, fields=("kind",), meets=(terms.VERIFY,),
             article=CITED, public=True, main=True),
        Step("dismiss", _("核实为不属实"), (S.REGISTERED,), S.DISMISSED, may.HANDLE, held=True, note_required=True, meets=(terms.VERIFY,),
             public=True),
        Step("merge", _("并入同一事件"), UNDER_WAY, S.MERGED, may.HANDLE, held=True, note_required=True, fields=("same_as",),
             meets=(terms.VERIFY,), public=True, rare=True),
        Step("transfer", _("移交主责单位"), UNDER_WAY, None, may.HANDLE, held=True, note_required=True, fields=("office",), article=CITED,
             public=True, rare=True),
        Step("reclassify", _("更正事件类型"), TAKEN_UP, None, may.HANDLE, held=True, note_required=True, fields=("kind",), rare=True),
        Step("first_report", _("首报"), UNDER_WAY, None, may.INFORM, held=reports_now, fields=SIX_POINTS, meets=(terms.FIRST,),
             starts=(terms.FOLLOW_UP,), article=REPORTING, main=True, when=is_first),
        Step("report_up", _("向上一级报告"), (*UNDER_WAY, S.ENDED), None, may.INFORM, held="reporter", fields=SIX_POINTS,
             meets=(terms.UPWARD,), article=REPORTING, main=True, when=goes_up),
        Step("follow_up", _("续报"), UNDER_WAY, None, may.INFORM, held=True, fields=SIX_POINTS, meets=(terms.FOLLOW_UP,),
             starts=(terms.FOLLOW_UP,), article=REPORTING, when=was_told),
        Step("update_figures", _("更新伤亡和损失"), TAKEN_UP, None, may.HANDLE, held=True, fields=FIGURES, article=GRADING),
        Step("judge_grade", _("判定等级"), TAKEN_UP, None, may.HANDLE, held=True, note_required=True, fields=("grade",), article=GRADING,
             when=lambda case: case.is_graded),
        Step("raise_response", _("启动、调整应急响应"), (S.HANDLING,), None, **COMMANDING, note_required=True, fields=("response",),
             article=RESPONDING, public=True),
        Step("end_response", _("终止应急响应"), (S.HANDLING,), None, **COMMANDING, note_required=True, article=RESPONDING, public=True,
             when=lambda case: bool(case.response)),
        Step("set_up_command", _("设立指挥部"), (S.HANDLING,), None, **COMMANDING, fields=("command_office", "commander"), article=CITED,
             when=lambda case: not is_led(case)),
        Step("hand_command", _("移交指挥"), (S.HANDLING,), None, **COMMANDING, note_required=True, fields=("command_office", "commander"),
             article=CITED, when=is_led),
        Step("take_measure", _("采取防控措施"), (S.HANDLING,), None, may.HANDLE, held=True, note_required=True,
             fields=("measure", "measure_until"), article=BY_HEALTH, when=is_health),
        Step("lift_measure", _("解除防控措施"), TAKEN_UP, None, may.HANDLE, held=True, note_required=True, fields=("lifted",),
             article=BY_HEALTH, when=lambda case: case.has_measures),
        Step("count_cases", _("流行病学统计"), TAKEN_UP, None, may.HANDLE, held=True, note_required=True, fields=COUNTS, article=BY_HEALTH,
             when=is_health),
        Step("end", _("处置结束"), (S.HANDLING,), S.ENDED, may.HANDLE, held=True, note_required=True, drops=(terms.FOLLOW_UP,),
             starts=(terms.FINAL,), article=CITED, public=True),
        Step("reopen", _("恢复处置"), (S.ENDED,), S.HANDLING, may.HANDLE, held=True, note_required=True, drops=(terms.FINAL,),
             starts=(terms.FOLLOW_UP,), public=True, rare=True),
        Step("final_report", _("终报"), (S.ENDED,), None, may.INFORM, held=True, fields=SIX_POINTS, meets=(terms.FINAL,),
             article=REPORTING, main=True, when=awaits_final),
        Step("supplement", _("补报伤亡变化"), (S.ENDED, S.CLOSED), None, may.INFORM, held=True, fields=(*FIGURES, *SIX_POINTS),
             until="supplement_until", article=REPORTING, when=has_final),
        Step("close", _("办结归档"), (S.ENDED,), S.CLOSED, may.HANDLE, held=True, note_required=True, article=CITED, public=True, main=True,
             when=has_final),
        Step("remind", _("催办"), (*UNDER_WAY, S.ENDED), None, may.REMIND),
        Step("source_update", _("来电单位更新情况"), tuple(S), None, SYSTEM, article=CITED),
        Step("withdraw", _("报告人撤回"), (S.REGISTERED,), S.DISMISSED, RESIDENT, note_required=True, meets=(terms.VERIFY,), public=True,
             when=lambda case: bool(case.query_code_index)),
        Step("erase_contact", _("删除联系方式"), tuple(sorted(FINAL)), None, SYSTEM),
    ),
)  # fmt: skip
