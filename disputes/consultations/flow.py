"""Art. 43: several offices consult who leads; where they do not agree the centre names one, as one table."""

from django.utils.translation import gettext_lazy as _

from disputes.consultations import permissions as may
from disputes.consultations import terms
from disputes.consultations.enums import FINAL
from disputes.consultations.enums import State as S
from governance.flow.table import SYSTEM, Among, Flow, Step

CITED = _("条例第四十三条")


AWAITED = Among("awaited_ids")  # each office that was invited speaks once

FLOW = Flow(
    procedure="consultations",
    label=_("会商"),
    article=_("《呼和浩特市社会治理促进条例》第四十三条；时限见“办理时限”，均注明依据。"),
    words={"offices": _("增加的单位"), "stance": _("意见")},
    final=FINAL,
    opening=Step("open", _("发起会商"), target=S.OPEN, starts=(terms.AGREE,), article=CITED),
    steps=(
        Step("state", _("表明意见"), (S.OPEN, S.TO_DESIGNATE), None, may.TAKE_PART, held=AWAITED, note_required=True,
             fields=("stance",), main=True),
        Step("invite", _("增加会商单位"), (S.OPEN, S.TO_DESIGNATE), None, may.ORGANISE, held=True, note_required=True, fields=("offices",)),
        Step("agree", _("商定主办单位"), (S.OPEN,), S.AGREED, SYSTEM, fields=("lead",), meets=(terms.AGREE,), article=CITED),
        Step("refer", _("未达成一致，提请指定"), (S.OPEN,), S.TO_DESIGNATE, SYSTEM, meets=(terms.AGREE,), starts=(terms.DESIGNATE,),
             article=CITED),
        Step("designate", _("指定主办单位"), (S.TO_DESIGNATE,), S.DESIGNATED, may.ORGANISE, held=True, note_required=True,
             fields=("lead", "joint_offices"), meets=(terms.DESIGNATE,), article=CITED, main=True),
        Step("call_off", _("终止会商"), (S.OPEN, S.TO_DESIGNATE), S.CALLED_OFF, SYSTEM),
    ),
)  # fmt: skip
