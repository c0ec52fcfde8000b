"""The figures of the list as it stands now, and what shows that it was made and published (Art. 39)."""

from django.utils.translation import gettext_lazy as _

from disputes.matters.models import Matter
from governance.cases.evidence import Evidence
from governance.cases.indicators import Indicator


def standing(rows):
    return rows.standing()


PUBLISHED = Indicator(
    code="matters.published", label=_("已公布的行政调解事项数"), article=_("条例第三十九条"), procedure="matters", numerator=standing,
    rows_url="matters_list", stock=True, unit=_("项"), better="", numerator_label=_("经两个单位会签、现行有效的"),
)  # fmt: skip

INDICATORS = (PUBLISHED,)


def published(span):
    """Matters that were public before the year ended."""
    return Matter.objects.standing().filter(published_at__lt=span.ends)


EVIDENCE = (Evidence("matters.published", _("行政调解事项清单已公布"), published, rows_url="matters_list"),)
