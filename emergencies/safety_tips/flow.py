"""Art. 20: what rose in the index becomes a tip to the grass roots, signed for, passed on, acted on and confirmed, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_tips import permissions as may
from emergencies.safety_tips import terms
from emergencies.safety_tips.enums import FINAL
from emergencies.safety_tips.enums import State as S
from governance.flow.table import SYSTEM, Flow, Step

CITED = _("条例第二十条")


def not_its_own(case, office):
    """What one office reports another confirms."""
    return office != case.office_id


def is_of_township(case):
    return case.parent_id is None


FLOW = Flow(
    procedure="safety_tips",
    label=_("平安提示"),
    article=_("《呼和浩特市社会治理促进条例》第二十条；时限见“办理时限”，均注明依据。"),
    final=FINAL,
    words={"villages": _("村（社区）")},
    opening=Step("send", _("发出"), target=S.SENT, needs=SYSTEM, starts=(terms.SIGN,), article=CITED),
    steps=(
        Step("sign", _("签收"), (S.SENT,), S.SIGNED, may.ACT, held=True, meets=(terms.SIGN,), starts=(terms.ACT,), article=CITED,
             main=True),
        Step("pass_on", _("转发村（社区）"), (S.SIGNED,), None, may.PASS_ON, held=True, fields=("villages",), article=CITED,
             when=is_of_township),
        Step("report", _("报告落实情况"), (S.SIGNED,), S.REPORTED, may.ACT, held=True, note_required=True, meets=(terms.ACT,),
             starts=(terms.CONFIRM,), article=CITED, main=True),
        Step("confirm", _("确认"), (S.REPORTED,), S.CLOSED, may.CONFIRM, held=not_its_own, meets=(terms.CONFIRM,), article=CITED,
             main=True),
        Step("send_back", _("退回继续落实"), (S.REPORTED,), S.SIGNED, may.CONFIRM, held=not_its_own, note_required=True,
             meets=(terms.CONFIRM,), starts=(terms.ACT,), article=CITED),
    ),
)  # fmt: skip
