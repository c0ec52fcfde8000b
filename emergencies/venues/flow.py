"""Art. 22: a crowded place from its declaration over its grading to its closing, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.venues import permissions as may
from emergencies.venues import terms
from emergencies.venues.enums import FINAL
from emergencies.venues.enums import State as S
from governance.flow.table import Another, Flow, Step

CITED = _("条例第二十二条")
RISKY = ("capacity", "floors", "area", "equipment", "kind")  # what the grading rests on
FACTS = ("title", "landmark", "capacity", "floors", "area", "equipment", "manager", "work_phone")


def asks_lowering(case):
    return case.asks_lowering


NOT_CONFIRMED_BY = Another(_("申报人不能核实自己的申报，请由同事或者监管单位核实。"), steps=("declare", "resubmit"))
NOT_LOWERED_BY = Another(_("评估人不能审核自己提出的下调，请由本单位其他人员或者综治中心审核。"), steps=("assess",))

FLOW = Flow(
    procedure="venues",
    label=_("人员密集场所"),
    article=_("《呼和浩特市社会治理促进条例》第二十二条；时限见“办理时限”，均注明依据。"),
    person=_("场所"),
    final=FINAL,
    words={"grade": _("评估等级")},
    opening=Step("declare", _("申报"), target=S.DECLARED, needs=may.DECLARE, starts=(terms.CONFIRM,), article=CITED),
    steps=(
        Step("confirm", _("核实登记"), (S.DECLARED,), S.REGISTERED, may.CONFIRM, second=NOT_CONFIRMED_BY, meets=(terms.CONFIRM,),
             starts=(terms.ASSESS,), article=CITED, main=True),
        Step("return_for_correction", _("退回补正"), (S.DECLARED,), S.RETURNED, may.CONFIRM, note_required=True, meets=(terms.CONFIRM,)),
        Step("resubmit", _("补正后重报"), (S.RETURNED,), S.DECLARED, may.DECLARE, fields=FACTS, starts=(terms.CONFIRM,), main=True),
        Step("assess", _("评估分级"), (S.REGISTERED,), None, may.ASSESS, held=True, fields=("grade",), drops=(terms.LOWER,),
             meets=(terms.ASSESS, terms.REASSESS, terms.CHANGED), starts=(terms.REASSESS,), article=CITED, main=True),
        Step("agree_lowering", _("同意下调等级"), (S.REGISTERED,), None, may.AGREE, second=NOT_LOWERED_BY, meets=(terms.LOWER,),
             article=CITED, main=True, when=asks_lowering),
        Step("refuse_lowering", _("不同意下调"), (S.REGISTERED,), None, may.AGREE, second=NOT_LOWERED_BY, note_required=True,
             meets=(terms.LOWER,), when=asks_lowering),
        Step("check", _("对照防范标准检查"), (S.REGISTERED,), None, may.CHECK, article=CITED),
        Step("report_change", _("报告变化，要求复评"), (S.REGISTERED,), None, may.DECLARE, note_required=True, article=CITED),
        Step("correct", _("更正信息"), (S.DECLARED, S.REGISTERED), None, may.DECLARE, fields=FACTS),
        Step("locate", _("标注位置"), (S.DECLARED, S.REGISTERED), None, may.DECLARE, fields=("latitude", "longitude"), rare=True),
        Step("reclassify", _("调整类型"), (S.DECLARED, S.REGISTERED), None, may.CONFIRM, note_required=True, fields=("kind",)),
        Step("remind", _("催办"), (S.DECLARED, S.REGISTERED), None, may.REMIND, rare=True),
        Step("close", _("关停"), (S.DECLARED, S.RETURNED, S.REGISTERED), S.CLOSED, may.CONFIRM, note_required=True),
        Step("reopen", _("恢复"), (S.CLOSED,), S.REGISTERED, may.CONFIRM, note_required=True, starts=(terms.ASSESS,), main=True),
    ),
)  # fmt: skip
