"""Art. 58: from a duty not met to a measure, and to its release, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import SYSTEM, Flow, Step
from supervision.oversight import permissions as may
from supervision.oversight import terms
from supervision.oversight.enums import FINAL
from supervision.oversight.enums import State as S

CITED = _("条例第五十八条")
PRACTICE = _("条例第五十八条；参照青岛市挂牌督办做法")
ONGOING = tuple(state for state in S if state not in FINAL)
MEASURED = (S.NOTICED, S.SUMMONED, S.TALKED, S.ORDERED, S.LISTED, S.PUBLISHED, S.RECTIFIED)
ANY_MEASURE = (S.CONFIRMED, *MEASURED, S.INSPECTED, S.REMOVED, S.CLOSED)  # papers are served whatever came after them
UNIT = "unit"  # the office that is supervised takes the step


def by_either(case, office):
    """The unit itself, or the leading group on its behalf: many units have nobody at the portal."""
    return office in (case.unit_id, case.office_id)


FLOW = Flow(
    procedure="oversight",
    label=_("督导"),
    article=_("《呼和浩特市社会治理促进条例》第五条、第五十八条、第六十二条；时限见“办理时限”，均注明依据。"),
    person=_("责任单位"),
    words={"amount": _("申请延长"), "position": _("阶段目标序号"), "paper": _("文书"), "way": _("送达方式"),
           "refused": _("拒绝签收")},
    final=FINAL,
    opening=Step("open", _("形成线索"), target=S.DRAFT, needs=SYSTEM, starts=(terms.VERIFY,), article=CITED),
    steps=(
        Step("confirm", _("确认"), (S.DRAFT,), S.CONFIRMED, may.DECIDE, held=True, note_required=True, fields=("ground", "gravity"),
             meets=(terms.VERIFY,), article=CITED, main=True),
        Step("dismiss", _("不予督导"), (S.DRAFT,), S.DISMISSED, may.DECIDE, held=True, note_required=True, meets=(terms.VERIFY,)),
        Step("fold", _("并入其他线索"), (S.DRAFT,), S.FOLDED, may.DECIDE, held=True, note_required=True, fields=("into",),
             meets=(terms.VERIFY,), rare=True),
        Step("fulfil", _("核实前已履行，自行结案"), (S.DRAFT,), S.SETTLED, SYSTEM),
        Step("repeat", _("再次逾期"), ONGOING, None, SYSTEM),
        Step("notify", _("通报"), (S.CONFIRMED,), S.NOTICED, may.DECIDE, held=True, note_required=True, article=CITED),
        Step("summon", _("通知约谈"), (S.CONFIRMED, S.NOTICED), S.SUMMONED, may.DECIDE, held=True, note_required=True,
             fields=("talk_at", "where", "host"), article=CITED),
        Step("talk", _("记录约谈"), (S.SUMMONED,), S.TALKED, may.DECIDE, held=True, note_required=True,
             fields=("talk_at", "talk_with", "recorder", "statement", "promise"), main=True),
        Step("miss_talk", _("未到场"), (S.SUMMONED,), S.CONFIRMED, may.DECIDE, held=True, note_required=True),
        Step("order", _("责令限期整改"), (S.CONFIRMED, S.NOTICED, S.TALKED), S.ORDERED, may.DECIDE, held=True, note_required=True,
             article=CITED, main=True),
        Step("list", _("挂牌督办"), (S.CONFIRMED, S.NOTICED, S.TALKED, S.ORDERED), S.LISTED, may.DECIDE, held=True, note_required=True,
             fields=("listed_until",), starts=(terms.LISTED_PUBLISH, terms.LISTED_TERM), article=PRACTICE),
        Step("publish", _("公开挂牌"), (S.LISTED,), S.PUBLISHED, may.WRITE, held=True, fields=("public_text",),
             meets=(terms.LISTED_PUBLISH,), article=PRACTICE, main=True),
        Step("report_stage", _("报告阶段目标完成"), (S.LISTED, S.PUBLISHED), None, may.ANSWER, held=by_either, note_required=True,
             fields=("stage", "files"), when=lambda case: case.stages_left > 0),
        Step("ask_extension", _("申请延期"), (S.LISTED, S.PUBLISHED), None, may.ANSWER, held=by_either, note_required=True,
             fields=("amount",), starts=(terms.DECIDE_EXTENSION,), when=lambda case: not case.extension_asked, article=PRACTICE),
        Step("grant_extension", _("同意延期"), (S.LISTED, S.PUBLISHED), None, may.DECIDE, held=True, note_required=True,
             meets=(terms.DECIDE_EXTENSION,), when=lambda case: case.extension_asked, article=PRACTICE, main=True),
        Step("refuse_extension", _("不同意延期"), (S.LISTED, S.PUBLISHED), None, may.DECIDE, held=True, note_required=True,
             meets=(terms.DECIDE_EXTENSION,), when=lambda case: case.extension_asked, article=PRACTICE),
        Step("report", _("报告整改完成"), (S.PUBLISHED,), S.RECTIFIED, may.ANSWER, held=UNIT, note_required=True, fields=("files",),
             drops=(terms.DECIDE_EXTENSION, *terms.STAGES), starts=(terms.INSPECT,), main=True),
        Step("rectify", _("登记整改完成"), (S.PUBLISHED,), S.RECTIFIED, may.WRITE, held=True, note_required=True,
             drops=(terms.DECIDE_EXTENSION, *terms.STAGES), starts=(terms.INSPECT,), main=True),
        Step("order_done", _("责令整改事项已完成"), (S.PUBLISHED,), S.RECTIFIED, SYSTEM, drops=(terms.DECIDE_EXTENSION, *terms.STAGES),
             starts=(terms.INSPECT,)),
        Step("pass_inspection", _("验收合格"), (S.RECTIFIED,), S.INSPECTED, may.WRITE, held=True, note_required=True, fields=("photos",),
             meets=(terms.LISTED_TERM, terms.INSPECT), main=True),
        Step("fail_inspection", _("验收不合格"), (S.RECTIFIED,), S.PUBLISHED, may.WRITE, held=True, note_required=True, fields=("photos",),
             meets=(terms.INSPECT,)),
        Step("remove", _("解除挂牌"), (S.INSPECTED,), S.REMOVED, may.DECIDE, held=True, note_required=True,
             starts=(terms.REMOVAL_PUBLISH,), article=PRACTICE, main=True),
        Step("publish_removal", _("公开解除"), (S.REMOVED,), S.CLOSED, may.WRITE, held=True, fields=("removal_text",),
             meets=(terms.REMOVAL_PUBLISH,), article=PRACTICE, main=True),
        Step("close", _("解除督导"), (S.NOTICED, S.TALKED), S.CLOSED, may.DECIDE, held=True, note_required=True, main=True),
        Step("serve", _("登记送达"), ANY_MEASURE, None, may.WRITE, held=True,
             fields=("paper", "way", "receiver", "refused", "witness", "scans"), when=lambda case: case.unserved > 0),
        Step("sign", _("签收文书"), ANY_MEASURE, None, may.ANSWER, held=UNIT, fields=("paper", "receiver"),
             when=lambda case: case.unserved > 0),
        Step("file_scan", _("上传签名扫描件"), ANY_MEASURE, None, may.WRITE, held=True, fields=("paper", "scans"),
             when=lambda case: case.told_at is not None, rare=True),
        Step("release", _("整改通过，解除督导"), (S.ORDERED,), S.CLOSED, SYSTEM, article=CITED),
        Step("take_back", _("通知书已撤销"), (S.ORDERED,), S.CONFIRMED, SYSTEM),
        Step("miss_stage", _("阶段目标逾期"), (S.LISTED, S.PUBLISHED), None, SYSTEM, fields=("position",)),
        Step("escalate", _("提级督导"), MEASURED, None, SYSTEM, fields=("office",), article=CITED),
    ),
)  # fmt: skip
