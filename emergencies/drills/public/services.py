"""What of the drills is published: the place, its kind, when it drilled last and must drill next. No person, no telephone."""

from django.db.models import Case, F, Q, When

from emergencies.drills.enums import OWED, State
from emergencies.drills.models import Drill


def published(place=None):
    """The obligations that stand at venues in use which have drilled before, by place; `place` narrows it to one and below.

    `last_at` is the last drill. `next_at` is the end of the limit that runs; None where the last drill is still being evaluated, since
    the next limit is opened with its report.
    """
    rows = Drill.objects.ongoing().filter(Q(previous__isnull=False) | Q(state__in=[State.HELD, State.EVALUATED]))
    if place is not None:
        rows = rows.within(place.path)
    last = Case(When(state__in=OWED, then=F("previous__held_at")), default=F("held_at"))
    following = Case(When(state__in=OWED, then=F("due_at")), default=None)
    named = rows.annotate(last_at=last, next_at=following).select_related("venue__kind", "place__parent")
    return named.only(
        "title", "place_path", "state", "due_at", "venue__kind__name", "place__short_name", "place__parent__short_name"
    ).order_by("place_path", "title", "pk")
