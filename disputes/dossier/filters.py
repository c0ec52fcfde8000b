"""The register of filed cases: whose files one may know of, and which are asked for."""

from django.db.models import Q

from disputes.dossier.models import Dossier
from disputes.mediation.models import Mediation
from disputes.mediation.permissions import VIEW


def registered(user, *, q="", year=None):
    """Files of the cases one may see, the newest number first."""
    seen = Mediation.objects.visible_to(user, VIEW).values("pk")
    rows = Dossier.objects.filter(mediation__in=seen).order_by("-filed_at", "-pk")
    if year:
        rows = rows.filter(year=year)
    if q:
        rows = rows.filter(Q(document__contains=q) | Q(mediation__number__contains=q) | Q(mediation__title__contains=q))
    return rows


def for_rows(rows):
    return rows.select_related("office", "mediation")
