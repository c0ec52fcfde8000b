"""What shows that the list of duties is kept (Art. 49)."""

from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from grids.admission.models import Admission


def decided(span):
    """Applications decided in the year."""
    return span.of(Admission.objects.filter(state__in=Admission.flow.final), "closed_at")


def settled(span):
    """Applications that ended in the year, and those past their limit."""
    return decided(span) | Admission.objects.ongoing().filter(due_at__lt=span.at, opened_at__lt=span.ends)


EVIDENCE = (Evidence("admission.decided", _("网格事项准入申请按程序办结、公布"), decided, settled, rows_url="admission_list"),)
