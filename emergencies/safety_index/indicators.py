"""What shows that the index is published (Art. 20)."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_index.models import Edition
from governance.cases.evidence import Evidence


def published(span):
    """Editions of the year that hold."""
    return span.of(Edition.objects.standing(), "published_at")


EVIDENCE = (Evidence("safety_index.published", _("按月公开发布平安指数"), published, rows_url="safety_index_list"),)
