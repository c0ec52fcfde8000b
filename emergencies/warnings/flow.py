"""Art. 20, 25, 26, 36: a message to the public from the draft over the second person to its updates and its end, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.warnings import permissions as may
from emergencies.warnings import terms
from emergencies.warnings.enums import FINAL, STANDING
from emergencies.warnings.enums import State as S
from governance.flow.table import Another, Flow, Step

CITED, LAW = _("条例第二十条、第二十五条、第二十六条、第三十六条"), _("突发事件应对法第六十四条、第六十五条")
ADJUSTING = _("突发事件应对法第七十条")
DRAFTING, CHECKING, ISSUING = ({"needs": needs, "held": True} for needs in (may.DRAFT, may.CHECK, may.ISSUE))

NOT_CHECKED_BY = Another(_("拟稿人不能校核自己的稿件，请由同事校核。"), columns=("draft.drafter",))
NOT_ISSUED_BY = Another(_("拟稿人不能签发自己的稿件，请由校核的同事或者负责人签发。"), columns=("draft.drafter",))

FLOW = Flow(
    procedure="warnings",
    label=_("预警和信息发布"),
    article=_("《呼和浩特市社会治理促进条例》第二十条、第二十五条、第二十六条、第三十六条，《突发事件应对法》；时限见“办理时限”，均注明依据。"),
    final=FINAL,
    words={"draft": _("内容")},
    opening=Step("draft", _("拟稿"), target=S.DRAFTED, needs=may.DRAFT, starts=(terms.ISSUE,), article=CITED),
    steps=(
        Step("check", _("校核"), (S.DRAFTED,), S.CHECKED, **CHECKING, second=NOT_CHECKED_BY, article=LAW, main=True),
        Step("issue", _("签发"), (S.CHECKED,), S.ISSUED, **ISSUING, second=NOT_ISSUED_BY, meets=(terms.ISSUE,), article=LAW, main=True),
        Step("send_back", _("退回修改"), (S.DRAFTED, S.CHECKED), S.RETURNED, **CHECKING, note_required=True, article=LAW),
        Step("rewrite", _("修改稿件"), (S.DRAFTED, S.RETURNED), S.DRAFTED, **DRAFTING, fields=("draft",), article=CITED, main=True),
        Step("drop", _("撤稿"), (S.DRAFTED, S.RETURNED, S.CHECKED), S.WITHDRAWN, **DRAFTING, note_required=True, rare=True),
        Step("revise", _("拟写更新"), (S.ISSUED,), S.REVISING, **DRAFTING, note_required=True, fields=("draft",), article=ADJUSTING),
        Step("check_update", _("校核更新"), (S.REVISING,), S.REVISED, **CHECKING, second=NOT_CHECKED_BY, article=ADJUSTING, main=True),
        Step("issue_update", _("签发更新"), (S.REVISED,), S.ISSUED, **ISSUING, second=NOT_ISSUED_BY, article=ADJUSTING, main=True),
        Step("rewrite_update", _("修改更新稿"), (S.REVISING, S.REVISED), S.REVISING, **DRAFTING, fields=("draft",), article=ADJUSTING),
        Step("drop_update", _("放弃更新"), (S.REVISING, S.REVISED), S.ISSUED, **DRAFTING, note_required=True, rare=True),
        Step("cancel", _("解除"), STANDING, S.CANCELLED, **ISSUING, note_required=True, article=ADJUSTING),
        Step("expire", _("到期"), STANDING, S.EXPIRED, article=ADJUSTING),
    ),
)  # fmt: skip
