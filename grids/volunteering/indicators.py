"""What shows that volunteers are called for and led (Art. 54)."""

from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from grids.volunteering.models import Call


def held(span):
    """Calls that were published and whose day has come."""
    return span.of(Call.objects.published().filter(starts_at__lt=span.at), "starts_at")


EVIDENCE = (Evidence("volunteering.held", _("组织志愿服务活动"), held, rows_url="volunteering_list"),)
