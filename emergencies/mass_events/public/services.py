"""Files what an organiser sends, finds what the tracking page shows, and what of the events everyone may read."""

from uuid import UUID

from emergencies.mass_events.enums import State
from emergencies.mass_events.models import MassEvent
from emergencies.mass_events.services import apply
from governance.web.tracking.receipts import Receipt, once, remembered


def send(form, *, at):
    """Register what a valid form says, once: the same submission sent again gets the receipt of the first time."""
    facts = form.facts()
    filed = apply(at=at, **facts)
    return once(facts["submission"], filed.event.number, filed.query_code)


def filed_before(submission):
    """The receipt of a form that was sent already, or None."""
    try:
        number = MassEvent.objects.filter(submission=UUID(submission)).values_list("number", flat=True).first()
    except ValueError:
        return None
    return Receipt(number, remembered(submission)) if number else None


def tracked(number):
    """The event of a number. Ask for the person's pass first (`passes.holds`)."""
    return MassEvent.objects.for_detail().filter(number=number).first()


def published(place=None, *, at):
    """What is permitted and not over yet, the nearest first: name, kind, place, day, organiser, and who decided. No person."""
    rows = MassEvent.objects.filter(state=State.PERMITTED, ends_at__gte=at)
    if place is not None:
        rows = rows.within(place.path)
    shown = ("title", "kind", "organiser", "landmark", "starts_at", "ends_at", "most_people", "place__full_name", "office__name")
    return rows.select_related("place", "office").only(*shown).order_by("starts_at", "pk")
