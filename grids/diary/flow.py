"""Art. 51: an entry of the diary, from writing to the township's reading, as one table. No clock runs on a single entry."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import Flow, Step
from grids.diary import permissions as may
from grids.diary.enums import FINAL, Kind
from grids.diary.enums import State as S

CITED = _("条例第五十一条")
ALL = (S.FRESH, S.KEPT, S.READ)


def is_open_demand(entry):
    """A demand that did not become a report yet: it does so once."""
    return entry.kind == Kind.DEMAND and entry.report_id is None


FLOW = Flow(
    procedure="diary",
    label=_("民情日记"),
    article=_("《呼和浩特市社会治理促进条例》第五十一条。"),
    person=_("网格员"),
    final=FINAL,
    opening=Step("write", _("记日记"), target=S.FRESH, needs=may.WRITE, article=CITED),
    steps=(
        Step("become_report", _("转为网格事件"), ALL, None, may.WRITE, fields=("report_kind", "matter"), article=_("条例第五十一条第二款"),
             when=is_open_demand, main=True),
        Step("revise", _("当日修改"), (S.FRESH,), None, may.WRITE, fields=("kind", "happened_on", "text")),
        Step("add", _("补充"), ALL, None, may.WRITE, fields=("addition", "files")),
        Step("read", _("已阅"), (S.FRESH, S.KEPT), S.READ, may.READ, main=True),
        Step("comment", _("批注"), ALL, None, may.COMMENT, note_required=True),
        Step("keep", _("当日结束"), (S.FRESH,), S.KEPT),
    ),
)  # fmt: skip
