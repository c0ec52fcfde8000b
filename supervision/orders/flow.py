"""Art. 58, 61, 62: an order to rectify by a date, from its draft to the inspection that closes it, as one table."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import SYSTEM, Flow, Step
from supervision.orders import permissions as may
from supervision.orders import terms
from supervision.orders.enums import FINAL
from supervision.orders.enums import State as S

CITED = _("条例第五十八条")
UNIT = "unit"  # the office that owes it takes the step, not the one that holds the case


def for_unit(case, office):
    """The unit; the leading group on its behalf where the unit has nobody at the portal: most sites have not, and are told on paper."""
    return office == case.unit_id or (office == case.office_id and not case.unit_has_people)


FLOW = Flow(
    procedure="orders",
    label=_("责令限期整改"),
    article=_("《呼和浩特市社会治理促进条例》第五十八条、第六十一条、第六十二条；时限见“办理时限”，均注明依据。"),
    person=_("责任单位"),
    words={"amount": _("申请延长（日）"), "position": _("整改事项序号")},
    final=FINAL,
    opening=Step("draft", _("起草通知书"), target=S.DRAFTED, needs=may.SERVE, article=CITED),
    steps=(
        Step("serve", _("送达"), (S.DRAFTED,), S.SERVED, may.SERVE, held=True, fields=("way", "receiver", "refused", "witness"),
             starts=(terms.RECTIFY,), article=CITED, main=True),
        Step("withdraw", _("撤销"), (S.DRAFTED,), S.WITHDRAWN, may.DECIDE, held=True, note_required=True),
        Step("sign", _("签收通知书"), (S.SERVED,), None, may.REPORT, held=UNIT, when=lambda case: case.signed_at is None),
        Step("report_item", _("报告单项完成"), (S.SERVED,), None, may.REPORT, held=for_unit, note_required=True, fields=("item", "files"),
             when=lambda case: case.items_total > 1 and case.items_done < case.items_total),
        Step("report", _("报告整改完成"), (S.SERVED,), S.REPORTED, may.REPORT, held=for_unit, note_required=True, fields=("done", "files"),
             meets=(terms.RECTIFY, *terms.ITEMS), drops=(terms.DECIDE_EXTENSION,), starts=(terms.INSPECT,), main=True),
        Step("ask_extension", _("申请延期"), (S.SERVED,), None, may.REPORT, held=for_unit, note_required=True, fields=("amount",),
             starts=(terms.DECIDE_EXTENSION,), when=lambda case: not case.extension_asked),
        Step("grant_extension", _("同意延期"), (S.SERVED,), None, may.DECIDE, held=True, note_required=True,
             meets=(terms.DECIDE_EXTENSION,), when=lambda case: case.extension_asked, main=True),
        Step("refuse_extension", _("不同意延期"), (S.SERVED,), None, may.DECIDE, held=True, note_required=True,
             meets=(terms.DECIDE_EXTENSION,), when=lambda case: case.extension_asked),
        Step("pass_inspection", _("复查通过"), (S.REPORTED,), S.CLOSED, may.SERVE, held=True, note_required=True,
             meets=(terms.INSPECT,), main=True),
        Step("fail_inspection", _("复查不通过"), (S.REPORTED,), S.SERVED, may.SERVE, held=True, note_required=True, fields=("failed",),
             meets=(terms.INSPECT,)),
        Step("publish", _("公开通知书"), (S.SERVED, S.REPORTED, S.CLOSED), None, may.SERVE, held=True, fields=("public_text",),
             when=lambda case: case.published_at is None),
        Step("file_receipt", _("上传送达回证"), (S.SERVED, S.REPORTED, S.CLOSED), None, may.SERVE, held=True, fields=("scans",), rare=True),
        Step("miss_item", _("整改事项逾期"), (S.SERVED,), None, SYSTEM, fields=("position",)),
        Step("escalate", _("逾期提级"), (S.SERVED,), None, SYSTEM, fields=("office",), article=CITED),
    ),
)  # fmt: skip
