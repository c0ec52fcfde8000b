"""How fast tasks of the command were signed for (Art. 31), by the month in which they were issued."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from emergencies.command.models import CommandTask
from governance.cases.evidence import of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第三十一条")

IN_TIME = Indicator(
    code="command.acknowledged_in_time", label=_("应急任务按时签收率"), article=CITED, procedure="command",
    numerator=lambda rows: rows.filter(kept=True), denominator=lambda rows: rows.filter(kept__isnull=False),
    numerator_label=_("在签收时限内签收的"), denominator_label=_("已经签收的，以及签收时限已过的"),
    excluded=_("时限未到且没有签收的、未签收即撤销的不计入"), rows_url="command_list", unit=_("项"), floor=Decimal("0.80"),
)  # fmt: skip

INDICATORS = (IN_TIME,)


def issued(span):
    return span.of(CommandTask.objects.get_queryset())


EVIDENCE = (of_figure(IN_TIME, issued, code="command.acknowledged_in_time", label=_("应急任务按时签收")),)
