"""Art. 12, 58: a title is proposed, granted or not, and withdrawn where it should not stand."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import Flow, Step
from supervision.honours import permissions as may
from supervision.honours.enums import FINAL
from supervision.honours.enums import State as S

CITED = _("条例第十二条、第五十八条")

FLOW = Flow(
    procedure="honours",
    label=_("荣誉称号"),
    article=_("《呼和浩特市社会治理促进条例》第十二条；考核不合格的单位不得授予（第五十八条）。"),
    person=_("受表彰单位"),
    final=FINAL,
    opening=Step("nominate", _("提名"), target=S.NOMINATED, needs=may.NOMINATE, article=CITED),
    steps=(
        Step("grant", _("授予"), (S.NOMINATED,), S.GRANTED, may.GRANT, held=True, fields=("decision",), article=CITED, main=True),
        Step("refuse", _("不予授予"), (S.NOMINATED,), S.REFUSED, may.GRANT, held=True, note_required=True),
        Step("withdraw", _("撤销称号"), (S.GRANTED,), S.WITHDRAWN, may.GRANT, held=True, note_required=True),
    ),
)
