"""Art. 38: what a village owes in a round of searching for disputes, as one table."""

from django.utils.translation import gettext_lazy as _

from disputes.searches import permissions as may
from disputes.searches import terms
from disputes.searches.enums import FINAL, OWED
from disputes.searches.enums import State as S
from governance.flow.table import Flow, Step

CITED = _("条例第三十八条第一款、第五十一条")


def called_it(case, office):
    """Whoever called the round takes it back."""
    return case.round.office_id == office


FLOW = Flow(
    procedure="searches",
    label=_("矛盾纠纷排查"),
    article=_("《呼和浩特市社会治理促进条例》第三十八条、第五十一条；间隔见“办理时限”，重点时段缩短。"),
    person=_("群众"),
    words={"searched_on": _("排查日期"), "grids_total": _("网格数")},
    final=FINAL,
    opening=Step("call", _("发起排查"), target=S.DUE, needs=may.CALL, starts=(terms.FINISH,), article=CITED),
    steps=(
        Step("record", _("记录排查"), OWED, S.SEARCHING, may.SEARCH, article=CITED, main=True,
             fields=("grid", "searched_on", "outcome", "kind", "spot", "summary", "handled", "settlement")),
        Step("finish", _("完成排查"), (S.SEARCHING,), S.DONE, may.SEARCH, fields=("grids_total",), meets=(terms.FINISH,), article=CITED,
             main=True),
        Step("remind", _("催办"), OWED, None, may.STEER),
        Step("cancel", _("取消"), OWED, S.DROPPED, may.STEER, held=called_it, note_required=True, rare=True),
    ),
)  # fmt: skip
