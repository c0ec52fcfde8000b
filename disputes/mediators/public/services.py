"""What of the register everyone reads."""

from django.db.models import Prefetch

from disputes.mediation.enums import Kind
from disputes.mediators.models import Committee, Mediator, Studio
from governance.search.query import matching


def shown(*, place, kind, text, day):
    """Committees in force that serve a place, those of the trade asked for first, with who mediates and the studios that are open."""
    rows = Committee.objects.in_force().open_to_all()
    if place:
        rows = rows.of_area(place.path)
    if kind in Kind.values:
        rows = rows.for_kind(kind)
    if text.strip():
        rows = matching(rows, text)
    return with_people(rows, day, kind).order_by("-kind" if kind else "place_path", "place_path", "title", "pk")


def with_people(rows, day, kind=""):
    """The same with mediators (of the kind asked for) and open studios."""
    people = Mediator.objects.serving(day).select_related("committee").order_by("name")
    people = people.of_kind(kind) if kind in Kind.values else people
    fetched = (
        Prefetch("people", people, to_attr="serving"),
        Prefetch("studios", Studio.objects.running().select_related("leader"), to_attr="open_studios"),
    )
    return rows.select_related("place").defer("search").prefetch_related(*fetched)


def one(number, day):
    """A committee that everyone may look at, or None."""
    return with_people(Committee.objects.in_force().open_to_all().filter(number=number), day).first()
