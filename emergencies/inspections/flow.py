"""Art. 24, 27, 34, 35: an inspection by two, from its arrangement to the confirmed record. Premises are inspected, never people."""

from django.utils.translation import gettext_lazy as _

from emergencies.inspections import permissions as may
from emergencies.inspections import terms
from emergencies.inspections.enums import FINAL
from emergencies.inspections.enums import State as S
from governance.flow.table import Another, Flow, Step

CITED = _("条例第二十四条、第二十七条、第三十四条、第三十五条")


def was_heard(case):
    """The site said something about the result."""
    return case.objected_at is not None


ANOTHER = Another(_("由一同检查的另一名检查人员确认。"), columns=("recorded_by",))

FLOW = Flow(
    procedure="inspections",
    label=_("安全检查"),
    article=_("《呼和浩特市社会治理促进条例》第二十四条、第二十七条、第三十四条、第三十五条；时限见“办理时限”，均注明依据。"),
    person=_("场所"),
    final=FINAL,
    opening=Step("arrange", _("安排检查"), target=S.PLANNED, needs=may.ARRANGE, starts=(terms.INSPECT,), article=CITED),
    steps=(
        Step("remind", _("催办"), (S.PLANNED, S.RECORDED), None, may.REMIND),
        Step("record", _("现场检查"), (S.PLANNED,), S.RECORDED, may.INSPECT, held=True, meets=(terms.INSPECT,), starts=(terms.CONFIRM,),
             article=CITED, main=True),
        Step("confirm", _("确认检查记录"), (S.RECORDED,), S.DONE, may.INSPECT, held=True, second=ANOTHER, meets=(terms.CONFIRM,),
             article=CITED, main=True),
        Step("reassign", _("更换检查人员"), (S.PLANNED,), None, may.ARRANGE, held=True, note_required=True, fields=("first", "second")),
        Step("excuse", _("取消检查"), (S.PLANNED,), S.EXCUSED, may.ARRANGE, held=True, note_required=True),
        Step("object", _("陈述意见"), (S.RECORDED, S.DONE), None, may.OBJECT, note_required=True),
        Step("answer", _("答复场所意见"), (S.RECORDED, S.DONE), None, may.INSPECT, held=True, note_required=True, when=was_heard,
             article=_("行政处罚法第四十五条")),
    ),
)  # fmt: skip
