"""The figures of tips (Art. 20, 57), by the month they were sent."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_tips.models import SafetyTip
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第二十条、第五十七条")


def due(rows):
    """Reported, or past the limit."""
    return rows.filter(kept__isnull=False)


SENT = Indicator(
    code="safety_tips.sent", label=_("平安提示数"), article=CITED, procedure="safety_tips", numerator=lambda rows: rows.of_townships(),
    better="", numerator_label=_("随指数发往乡镇（街道）的提示"), excluded=_("转发到村（社区）的不计入"), rows_url="safety_tips_list",
)  # fmt: skip
ACTED_ON = Indicator(
    code="safety_tips.acted_on", label=_("平安提示按期落实率"), article=CITED, procedure="safety_tips",
    numerator=lambda rows: rows.filter(kept=True), denominator=due, numerator_label=_("在期限内报告落实的"),
    denominator_label=_("已报告的，以及期限已过的"), excluded=_("期限未到的不计入"), rows_url="safety_tips_list",
)  # fmt: skip

INDICATORS = (SENT, ACTED_ON)
EVIDENCE = (
    of_figure(ACTED_ON, lambda span: span.of(SafetyTip.objects.get_queryset()), code="safety_tips.acted_on", label=_("平安提示按期落实")),
)
