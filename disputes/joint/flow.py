"""Art. 40 and 43: bodies are invited, each answers once, and whoever organises says how it ended, as one table."""

from django.utils.translation import gettext_lazy as _

from disputes.joint import permissions as may
from disputes.joint import terms
from disputes.joint.enums import FINAL
from disputes.joint.enums import State as S
from governance.flow.table import SYSTEM, Among, Flow, Step

CITED = _("条例第四十条")
AWAITED = Among("awaited_ids")  # each body that was invited answers once

FLOW = Flow(
    procedure="joint",
    label=_("联合调解"),
    article=_("《呼和浩特市社会治理促进条例》第四十条、第四十三条；时限见“办理时限”。"),
    words={"offices": _("邀请的单位"), "stance": _("答复")},
    final=FINAL,
    opening=Step("open", _("发起联合调解"), target=S.INVITING, starts=(terms.ANSWER,), article=CITED),
    steps=(
        Step("answer", _("答复"), (S.INVITING, S.RUNNING), None, may.ANSWER, held=AWAITED, note_required=True, fields=("stance",),
             main=True),
        Step("invite", _("增加邀请单位"), (S.INVITING, S.RUNNING), None, may.ANSWER, held=True, note_required=True, fields=("offices",)),
        Step("begin", _("开始联合调解"), (S.INVITING,), S.RUNNING, SYSTEM, meets=(terms.ANSWER,), article=CITED),
        Step("go_ahead", _("不再等待，开始调解"), (S.INVITING,), S.RUNNING, may.ANSWER, held=True, note_required=True,
             meets=(terms.ANSWER,)),
        Step("change_lead", _("变更牵头单位"), (S.INVITING, S.RUNNING), None, may.ANSWER, held=True, note_required=True, fields=("lead",),
             article=_("条例第四十三条")),
        Step("conclude", _("登记联合调解结果"), (S.RUNNING,), S.CONCLUDED, may.ANSWER, held=True, note_required=True, main=True),
        Step("call_off", _("终止联合调解"), (S.INVITING, S.RUNNING), S.CALLED_OFF, may.ANSWER, held=True, note_required=True),
        Step("end", _("随调解终结"), (S.INVITING, S.RUNNING), S.CALLED_OFF, SYSTEM),
    ),
)  # fmt: skip
