"""What shows that the public is told every month how its matters were handled (Art. 9)."""

from django.db.models import Subquery
from django.utils.translation import gettext_lazy as _

from disputes.bulletins.models import Bulletin
from governance.cases.evidence import Evidence
from governance.places.enums import Level
from governance.places.models import Place


def published(span):
    """Bulletins that went out in the year, of the whole city."""
    city = Place.objects.at(Level.CITY).values("path")[:1]
    return span.of(Bulletin.objects.standing(), "published_at").annotate(place_path=Subquery(city))


EVIDENCE = (Evidence("bulletins.published", _("每月公布诉求办理情况"), published, rows_url="bulletins_manage"),)
