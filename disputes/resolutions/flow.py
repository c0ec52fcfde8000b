"""Art. 38: a decision of a joint meeting comes back until it is done, as one table."""

from django.utils.translation import gettext_lazy as _

from disputes.resolutions import permissions as may
from disputes.resolutions import terms
from disputes.resolutions.enums import FINAL
from disputes.resolutions.enums import State as S
from governance.flow.table import Another, Flow, Step

CITED = _("条例第三十八条")
CALLER = "caller"  # the office that called the meeting takes the step, not the one that holds the case

ANOTHER = Another(_("报告完成的人不能自己验收，请由召集单位另一人办理。"), columns=("reported_by",))

FLOW = Flow(
    procedure="resolutions",
    label=_("联席会议议定事项"),
    article=_("《呼和浩特市社会治理促进条例》第三十八条；时限见“办理时限”，均注明依据。"),
    words={"due_on": _("完成日期"), "owner": _("责任单位")},
    final=FINAL,
    opening=Step("decide", _("议定"), target=S.CARRYING, needs=may.CHECK, starts=(terms.CARRY_OUT,), article=CITED),
    steps=(
        Step("progress", _("报告进展"), (S.CARRYING,), None, may.CARRY, held=True, note_required=True, fields=("files",)),
        Step("report", _("报告完成"), (S.CARRYING,), S.REPORTED, may.CARRY, held=True, note_required=True, fields=("files",),
             meets=(terms.CARRY_OUT,), starts=(terms.ACCEPT,), article=CITED, main=True),
        Step("accept", _("验收办结"), (S.REPORTED,), S.DONE, may.CHECK, held=CALLER, second=ANOTHER, note_required=True,
             meets=(terms.ACCEPT,), article=CITED, main=True),
        Step("send_back", _("退回继续落实"), (S.REPORTED,), S.CARRYING, may.CHECK, held=CALLER, second=ANOTHER, note_required=True,
             fields=("due_on",), meets=(terms.ACCEPT,), article=CITED),
        Step("remind", _("催办"), (S.CARRYING,), None, may.CHECK, held=CALLER, note_required=True),
        Step("set_day", _("调整完成日期"), (S.CARRYING,), None, may.CHECK, held=CALLER, note_required=True, fields=("due_on",),
             starts=(terms.CARRY_OUT,), rare=True),
        Step("pass_on", _("改由其他单位落实"), (S.CARRYING,), None, may.CHECK, held=CALLER, note_required=True, fields=("owner",),
             rare=True),
        Step("withdraw", _("撤销"), (S.CARRYING,), S.WITHDRAWN, may.CHECK, held=CALLER, note_required=True, rare=True),
    ),
)  # fmt: skip
