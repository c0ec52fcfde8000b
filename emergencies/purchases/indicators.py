"""What shows that the yearly purchase plan was made (Art. 37 para 1)."""

from django.utils.translation import gettext_lazy as _

from emergencies.purchases.models import PurchasePlan
from governance.cases.evidence import Evidence


def approved(span):
    return PurchasePlan.objects.settled().filter(year=span.first_day.year)


EVIDENCE = (
    Evidence(
        code="purchases.approved", label=_("应急物资年度购置计划已审定"), done=approved, office="office_id", rows_url="purchases_list"
    ),
)  # fmt: skip
