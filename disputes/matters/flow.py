"""Art. 39: a matter of administrative mediation, drafted by its body, agreed by the justice bureau, published, revised, withdrawn."""

from django.utils.translation import gettext_lazy as _

from disputes.matters import permissions as may
from disputes.matters import terms
from disputes.matters.enums import FINAL
from disputes.matters.enums import State as S
from governance.flow.table import Flow, Step

CITED = _("条例第三十九条")
TEXTS = ("new_title", "new_nature", "new_levels", "new_remedy", "new_basis")

FLOW = Flow(
    procedure="matters",
    label=_("行政调解事项"),
    article=_("《呼和浩特市社会治理促进条例》第三十九条：行政机关会同同级司法行政部门共同制定清单，并向社会公布。"),
    words={"new_nature": _("纠纷性质")},
    final=FINAL,
    opening=Step("draft", _("拟定"), target=S.WAITING, needs=may.DRAFT, starts=(terms.AGREE,), article=CITED),
    steps=(
        Step("agree", _("会签同意，公布"), (S.WAITING, S.REVISING), S.PUBLISHED, may.AGREE, held=True, meets=(terms.AGREE,),
             starts=(terms.REVIEW,), article=CITED, main=True),
        Step("send_back", _("退回修改"), (S.WAITING,), S.RETURNED, may.AGREE, held=True, note_required=True, meets=(terms.AGREE,)),
        Step("amend", _("修改后再送会签"), (S.RETURNED,), S.WAITING, may.DRAFT, held=True, fields=TEXTS, starts=(terms.AGREE,), main=True),
        Step("drop", _("放弃"), (S.RETURNED,), S.DROPPED, may.DRAFT, held=True, note_required=True, rare=True),
        Step("revise", _("修订"), (S.PUBLISHED,), S.REVISING, may.DRAFT, held=True, note_required=True, fields=TEXTS,
             starts=(terms.AGREE,), article=CITED),
        Step("reject_revision", _("不同意修订"), (S.REVISING,), S.PUBLISHED, may.AGREE, held=True, note_required=True,
             meets=(terms.AGREE,)),
        Step("review", _("复核无误"), (S.PUBLISHED,), None, may.DRAFT, held=True, meets=(terms.REVIEW,), starts=(terms.REVIEW,)),
        Step("ask_withdrawal", _("申请撤下"), (S.PUBLISHED,), S.WITHDRAWING, may.DRAFT, held=True, note_required=True,
             starts=(terms.AGREE,), rare=True),
        Step("agree_withdrawal", _("同意撤下"), (S.WITHDRAWING,), S.WITHDRAWN, may.AGREE, held=True, meets=(terms.AGREE,),
             article=CITED, main=True),
        Step("reject_withdrawal", _("不同意撤下"), (S.WITHDRAWING,), S.PUBLISHED, may.AGREE, held=True, note_required=True,
             meets=(terms.AGREE,)),
    ),
)  # fmt: skip
