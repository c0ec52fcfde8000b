"""Art. 12, 58: a title is proposed, checked, shown in public, granted or not, and withdrawn where it should not stand."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import SYSTEM, Flow, Step
from supervision.honours import permissions as may
from supervision.honours.enums import FINAL
from supervision.honours.enums import State as S

CITED = _("条例第十二条、第五十八条")

FLOW = Flow(
    procedure="honours",
    label=_("荣誉称号"),
    article=_("《呼和浩特市社会治理促进条例》第十二条；考核不合格的单位不得授予，其主管人员和直接责任人员不得评为先进个人（第五十八条）。"),
    person=_("受表彰单位"),
    words={"authority": _("征求意见的单位"), "passed": _("无不同意见"), "upheld": _("异议属实")},
    final=FINAL,
    opening=Step("nominate", _("提名"), target=S.NOMINATED, needs=may.NOMINATE, article=CITED),
    steps=(
        Step("record_check", _("登记核查意见"), (S.NOMINATED,), None, may.CHECK, held=True, note_required=True,
             fields=("authority", "passed")),
        Step("pass_checks", _("核查通过"), (S.NOMINATED,), S.CHECKED, may.CHECK, held=True, article=CITED, main=True),
        Step("publicise", _("开始公示"), (S.CHECKED,), S.PUBLICISED, may.CHECK, held=True, fields=("public_text",), article=CITED,
             main=True),
        Step("register_objection", _("登记收到的异议"), (S.PUBLICISED,), None, may.CHECK, held=True, note_required=True),
        Step("receive_objection", _("收到网上异议"), (S.PUBLICISED,), None, SYSTEM),
        Step("settle_objection", _("核实异议"), (S.PUBLICISED,), None, may.CHECK, held=True, note_required=True,
             fields=("objection", "upheld"), when=lambda case: case.open_objections > 0),
        Step("grant", _("授予"), (S.PUBLICISED,), S.GRANTED, may.GRANT, held=True, fields=("decision",), article=CITED, main=True,
             after="publicity_until"),
        Step("refuse", _("不予授予"), (S.NOMINATED, S.CHECKED, S.PUBLICISED), S.REFUSED, may.GRANT, held=True, note_required=True),
        Step("withdraw", _("撤销称号"), (S.GRANTED,), S.WITHDRAWN, may.GRANT, held=True, note_required=True),
    ),
)  # fmt: skip
