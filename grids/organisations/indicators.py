"""What shows that social organisations serve an area (Art. 55). They are no cases of a month."""

from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from grids.organisations.enums import Kind
from grids.organisations.models import Organisation


def serving(*kinds):
    """Organisations of these kinds on the register, by where they are registered."""
    return lambda span: Organisation.objects.active().filter(kind__in=kinds, opened_at__lt=span.ends)


EVIDENCE = (
    Evidence("organisations.social", _("有社会组织在辖区登记服务"), serving(Kind.SOCIAL, Kind.VOLUNTEER), rows_url="organisations_list"),
    Evidence("organisations.property", _("物业服务企业登记在册"), serving(Kind.PROPERTY), rows_url="organisations_list"),
)
