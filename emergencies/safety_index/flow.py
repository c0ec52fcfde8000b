"""Art. 20: an edition of the safety index, from the month's figures over the preview to its publication, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_index import permissions as may
from emergencies.safety_index import terms
from emergencies.safety_index.enums import FINAL, RUNNING
from emergencies.safety_index.enums import State as S
from governance.flow.table import SYSTEM, Another, Flow, Step

CITED = _("条例第二十条")

ANOTHER = Another(_("送审人不能审定自己编制的指数，请由其他同志审定。"), columns=("compiler",))

FLOW = Flow(
    procedure="safety_index",
    label=_("平安指数"),
    article=_("《呼和浩特市社会治理促进条例》第二十条；时限见“办理时限”，均注明依据。"),
    final=FINAL,
    person=_("公众"),
    opening=Step("compute", _("计算"), target=S.DRAFTED, needs=may.COMPILE, starts=(terms.PUBLISH,), article=CITED),
    steps=(
        Step("recompute", _("重新取数计算"), (S.DRAFTED,), None, may.COMPILE, held=True, article=CITED),
        Step("submit", _("送审"), (S.DRAFTED,), S.SUBMITTED, may.COMPILE, held=True, fields=("told",), article=CITED, main=True),
        Step("send_back", _("退回修改"), (S.SUBMITTED,), S.DRAFTED, may.APPROVE, note_required=True, article=CITED),
        Step("publish", _("审定并发布"), (S.SUBMITTED,), S.PUBLISHED, may.APPROVE, second=ANOTHER, meets=(terms.PUBLISH,),
             article=CITED, main=True, public=True),
        Step("correct", _("更正"), (S.PUBLISHED,), None, may.COMPILE, held=True, note_required=True, article=CITED, rare=True),
        Step("replace", _("被更正取代"), (S.PUBLISHED,), S.REPLACED, SYSTEM, article=CITED, public=True),
        Step("drop", _("作废"), RUNNING, S.DROPPED, may.COMPILE, held=True, note_required=True, rare=True),
    ),
)  # fmt: skip
