"""What of the directory everyone reads."""

from grids.organisations.enums import Kind
from grids.organisations.models import Organisation


def shown(place, kind):
    """Those in use that serve the place, with the villages they serve."""
    rows = Organisation.objects.active().open_to_all().select_related("place").prefetch_related("serves").defer("search")
    if place:
        rows = rows.serving(place.path)
    return (rows.filter(kind=kind) if kind in Kind.values else rows).order_by("kind", "place_path", "title", "pk")
