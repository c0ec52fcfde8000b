"""What shows that help is bought (Art. 44): contracts that run. Of who is helped there are counts on a page of their own alone."""

from django.utils.translation import gettext_lazy as _

from disputes.care.enums import ProviderKind
from disputes.care.models import CareProvider
from governance.cases.evidence import Evidence


def contracts(span):
    rows = CareProvider.objects.filter(kind=ProviderKind.BOUGHT, active=True)
    return rows.filter(begins__lt=span.ends.date(), ends__gte=span.first_day)


EVIDENCE = (
    Evidence(code="care.contracts", label=_("购买社会组织帮扶服务"), done=contracts, office="supervisor_id", rows_url="care_providers"),
)
