"""How many incidents were reported in time at every level (Art. 31; 生产安全事故报告和调查处理条例 第九条至第十三条)."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from emergencies.incidents.models import Incident
from governance.cases.evidence import Evidence, of_figure
from governance.cases.indicators import Indicator

CITED = _("条例第三十一条；生产安全事故报告和调查处理条例第九条至第十三条")

HAPPENED = Indicator(
    code="incidents.happened", label=_("突发事件数"), article=_("条例第三十一条、第三十三条"), procedure="incidents",
    numerator=lambda rows: rows.real(), better="", numerator_label=_("登记的突发事件，不属实的和并入其他事件的除外"),
    rows_url="incidents_list", unit=_("起"),
)  # fmt: skip
IN_TIME = Indicator(
    code="incidents.reported_in_time", label=_("突发事件按时报告率"), article=CITED, procedure="incidents",
    numerator=lambda rows: rows.real().filter(kept=True), denominator=lambda rows: rows.real().filter(kept__isnull=False),
    numerator_label=_("首报、逐级上报、续报、终报都在时限内的"), denominator_label=_("已经报告过的，以及报告时限已过的"),
    excluded=_("时限未到且没有报告的、不属实的和并入其他事件的不计入"), rows_url="incidents_list", floor=Decimal("0.80"),
)  # fmt: skip

INDICATORS = (HAPPENED, IN_TIME)


def registered(span):
    return span.of(Incident.objects.get_queryset())


EVIDENCE = (
    Evidence(code="incidents.handled", label=_("处置突发事件"), done=lambda span: registered(span).real(), rows_url="incidents_list"),
    of_figure(IN_TIME, registered, code="incidents.reported_in_time", label=_("突发事件按时报告")),
)
