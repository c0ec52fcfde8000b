"""What of the register is published: the place, its kind, when it drilled last, and its grade where its kind allows that. No person."""

from django.db.models import Max

from emergencies.venues.enums import Publicity
from emergencies.venues.models import Venue, VenueKind


def published(place=None, kind=""):
    """Venues in use of the kinds that are public, by place; `place` and `kind` (a code) narrow them."""
    rows = Venue.objects.open_to_all().published()
    if place is not None:
        rows = rows.within(place.path)
    if kind:
        rows = rows.filter(kind__code=kind)
    named = rows.annotate(last_drill=Max("drills__held_at")).select_related("kind", "place__parent")
    return named.only(
        "title", "place_path", "grade", "kind__name", "kind__publicity", "place__short_name", "place__parent__short_name"
    ).order_by("place_path", "title", "pk")


def published_kinds():
    return VenueKind.objects.in_use().exclude(publicity=Publicity.HIDDEN)
