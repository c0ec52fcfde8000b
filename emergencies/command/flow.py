"""Art. 31: a task of the command, from the order to the report that it is done, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.command import permissions as may
from emergencies.command import terms
from emergencies.command.enums import FINAL, OPEN
from emergencies.command.enums import State as S
from governance.flow.table import Flow, Step

CITED = _("条例第三十一条")
ACTING = {"needs": may.ACT, "held": True}


def gave_it(case, office):
    """Whoever gave the order, or runs the incident; an office does not call off what it was told to do itself."""
    return office == case.issued_for_id or (office != case.office_id and case.incident.is_run_by(office))


GIVING = {"needs": may.ISSUE, "held": gave_it}

FLOW = Flow(
    procedure="command",
    label=_("应急处置任务"),
    article=_("《呼和浩特市社会治理促进条例》第三十一条：统一指挥、上下联动；时限见“办理时限”，完成时限以任务为准。"),
    final=FINAL,
    opening=Step("issue", _("下达任务"), target=S.ISSUED, needs=may.ISSUE, starts=(terms.ACKNOWLEDGE, terms.FINISH), article=CITED),
    steps=(
        Step("acknowledge", _("签收"), (S.ISSUED,), S.WORKING, **ACTING, meets=(terms.ACKNOWLEDGE,), article=CITED, main=True),
        Step("decline", _("不能承担"), (S.ISSUED,), S.DECLINED, **ACTING, note_required=True, meets=(terms.ACKNOWLEDGE,)),
        Step("progress", _("报告进展"), (S.WORKING,), None, **ACTING, note_required=True),
        Step("finish", _("报告完成"), (S.WORKING,), S.DONE, **ACTING, note_required=True, meets=(terms.FINISH,), article=CITED, main=True),
        Step("send_back", _("没有完成，继续执行"), (S.DONE,), S.WORKING, **GIVING, note_required=True, fields=("finish_by",),
             starts=(terms.FINISH,)),
        Step("move", _("调整完成时限"), OPEN, None, **GIVING, note_required=True, fields=("finish_by",), starts=(terms.FINISH,),
             rare=True),
        Step("cancel", _("撤销任务"), OPEN, S.CANCELLED, **GIVING, note_required=True),
        Step("remind", _("催办"), OPEN, None, **GIVING),
    ),
)  # fmt: skip
