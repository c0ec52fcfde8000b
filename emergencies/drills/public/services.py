"""What of the drills is published: the place, its kind, when it drilled last and must drill next, and what is announced. No person, no
telephone. And what of them goes into a person's own calendar."""

from datetime import timedelta

from django.db.models import Case, F, Q, When
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.drills.enums import COMING, OWED, State
from emergencies.drills.models import Drill
from emergencies.drills.permissions import VIEW
from emergencies.drills.rules import Entry, calendar_file

ANNOUNCED_SHOWN, IN_CALENDAR = 20, 1000
BACK = timedelta(days=60)  # what a calendar keeps of the past
INSTANT = timedelta(microseconds=1)
WARN_DAYS = 7


def published(place=None):
    """The obligations that stand at venues in use which have drilled before, by place; `place` narrows it to one and below.

    `last_at` is the last drill. `next_at` is the end of the limit that runs; None where the last drill is still being evaluated, since
    the next limit is opened with its report.
    """
    rows = Drill.objects.running().exclude(venue=None).filter(Q(previous__isnull=False) | Q(state__in=[State.HELD, State.EVALUATED]))
    if place is not None:
        rows = rows.within(place.path)
    last = Case(When(state__in=OWED, then=F("previous__held_at")), default=F("held_at"))
    following = Case(When(state__in=OWED, then=F("due_at")), default=None)
    named = rows.annotate(last_at=last, next_at=following).select_related("venue__kind", "place__parent")
    return named.only(
        "title", "place_path", "state", "due_at", "venue__kind__name", "place__short_name", "place__parent__short_name"
    ).order_by("place_path", "title", "pk")


def announced(place=None, *, today):
    """What was announced and is still to come, the nearest first."""
    rows = Drill.objects.filter(state=State.ANNOUNCED, planned_on__gte=today)
    if place is not None:
        rows = rows.within(place.path)
    return rows.select_related("place__parent").order_by("planned_on", "pk")[:ANNOUNCED_SHOWN]


def calendar_of(user, *, at, address, host):
    """The calendar file of a person: what is planned, what must be held by when, what is to be put right. `address` makes a path whole."""
    wanted = Q(due_at__gte=at - BACK) | Q(state__in=COMING)
    rows = Drill.objects.visible_to(user, VIEW).ongoing().filter(wanted).select_related("place").order_by("due_at", "pk")[:IN_CALENDAR]
    entries = [entry for drill in rows for entry in entries_of(drill, at=at, address=address)]
    return calendar_file(entries, name=_("应急演练"), host=host)


def entries_of(drill, *, at, address):
    """A planned drill on its day, and the last day of whatever clock runs."""
    url, where = address(drill.get_absolute_url()), drill.spot or drill.place.full_name
    if drill.state in COMING:
        yield Entry(
            f"{drill.number}-planned", drill.planned_on, _("应急演练：%(name)s") % {"name": drill.title}, url, at,
            hour=drill.planned_time, place=where, text=drill.scenario, warn_days=1,
        )  # fmt: skip
    if drill.due_at:
        last = timezone.localdate(drill.due_at - INSTANT)
        yield Entry(
            f"{drill.number}-due", last, due_words(drill) % {"name": drill.title}, url, at, place=drill.place.full_name, warn_days=WARN_DAYS
        )


def due_words(drill):
    if drill.state in OWED:
        return _("最后期限：组织应急演练 %(name)s")
    return _("最后期限：落实改进措施 %(name)s") if drill.state == State.IMPROVING else _("最后期限：评估并报送演练 %(name)s")
