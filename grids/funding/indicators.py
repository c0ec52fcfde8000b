"""The figure of duties' money (Art. 49, 57): yuan that arrived out of yuan that are owed, by the month in which they came to be owed."""

from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator
from grids.funding.enums import State
from grids.funding.models import Allotment

DELIVERED = Indicator(
    code="funding.delivered", label=_("准入经费到位率"), article=_("条例第四十九条、第五十七条"), procedure="funding",
    numerator=lambda rows: rows.counting().filter(received__gt=0), denominator=lambda rows: rows.counting(), adds=("received", "owed"),
    numerator_label=_("乡镇（街道）确认到账的金额（元）"), denominator_label=_("应拨的金额（元）"),
    excluded=_("按形成应拨经费的月份统计，以元计；经核准不再拨付的不计入"), rows_url="funding_list", unit=_("元"),
)  # fmt: skip

INDICATORS = (DELIVERED,)


def owed(span):
    return Allotment.objects.counting().filter(year=span.begins.year)


EVIDENCE = (
    Evidence(
        "funding.settled", _("下沉网格事项的经费足额到账"), lambda span: owed(span).filter(state=State.SETTLED), owed,
        rows_url="funding_list",
    ),
)  # fmt: skip
