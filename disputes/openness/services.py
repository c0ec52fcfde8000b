"""What of the complaints everyone may see. This is the one place that decides it (docs/adr/0012).

Shown: category, place down to the village, state, days, office, whether the limit was kept. Never a title, a text, a landmark, a
number, a name or a telephone.
"""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db.models import Count
from django.db.models.functions import Left

from disputes.complaints.enums import Kind
from disputes.complaints.models import Category, Complaint
from disputes.openness.enums import SHOWN, STATES
from disputes.openness.rules import depth
from governance.cases.comparing import LEAST, withheld
from governance.places.models import Place
from governance.places.rules import CODE_LENGTH
from governance.places.schematic import tile_positions

CITY_TIME = ZoneInfo("Asia/Shanghai")
COUNTED_FOR = 600  # seconds the counts of a question are kept: the page is open to everyone, the table is large
COLUMNS = (
    "state",
    "opened_at",
    "closed_at",
    "handle_kept",
    "category__name",
    "category__parent__name",
    "place__full_name",
    "office__short_name",
)


@dataclass(frozen=True)
class Question:
    """What the address asks for: days [first, end), and optionally category group, phase and place."""

    first: Any
    end: Any
    category: str = ""
    phase: str = ""
    path: str = ""

    @property
    def key(self):
        return f"openness:{self.first}:{self.end}:{self.category}:{self.phase}:{self.path}"


@dataclass
class Cell:
    """A place of the map with its count, None where it is not published."""

    place: Any
    count: int | None
    tile: tuple | None = None
    shade: int = 0


def publishable():
    """Complaints that may be shown: classified by a clerk, of a public category, and nobody's secret.

    Left out: whoever asked for secrecy, every accusation (举报: naming place and matter may tell who spoke, or blame who is not
    proven guilty), what names an office or its staff (`against`), what follows another complaint or was split into its parts, what is
    sensitive, withdrawn, not accepted, diverted, or went to mediation (a matter between private people).
    """
    rows = Complaint.objects.matters().filter(state__in=SHOWN, is_secret=False, is_anonymous=False, against=None).exclude(kind=Kind.REPORT)
    return rows.filter(category__in=public_categories())


def public_categories():
    """Leaves that are public under a group that is; a group closed to the public closes all below it."""
    return Category.objects.filter(parent__is_public=True, parent__is_sensitive=False, is_public=True, is_sensitive=False)


def public_groups():
    """(code, name) of the groups that have anything to show."""
    return list(Category.objects.tops().filter(children__in=public_categories()).distinct().values_list("code", "name"))


def asked_for(question):
    """The rows of a question, newest first."""
    rows = publishable().filter(opened_at__gte=start_of(question.first), opened_at__lt=start_of(question.end))
    if question.category:
        rows = rows.filter(category__parent__code=question.category)
    if question.phase:
        rows = rows.filter(state__in=STATES[question.phase])
    return (rows.within(question.path) if question.path else rows).order_by("-opened_at", "-id")


def shaped(rows):
    """Nothing else is read of a row than what the page shows."""
    return rows.values(*COLUMNS)


def start_of(day):
    return datetime.combine(day, time.min, tzinfo=CITY_TIME)


def counts_at(question, level):
    """{path: count} of the places of a level, kept for some minutes."""
    key = f"{question.key}:{level}"
    found = cache.get(key)
    if found is None:
        cut = asked_for(question).order_by().annotate(cell=Left("place_path", CODE_LENGTH[level]))
        found = dict(cut.values_list("cell").annotate(n=Count("*")))
        cache.set(key, found, COUNTED_FOR)
    return found


def cells(question, level):
    """The places of a level with their counts: small ones unshown, and none that the others would give away."""
    known = Place.objects.in_use().at(level).order_by("path")
    places = list(known.below(question.path) if question.path else known)
    found = counts_at(question, level)
    counts = {place.path: found.get(place.path, 0) for place in places}
    unshown = withheld({"count": counts}, {"count": sum(counts.values())}).places if counts else set()
    most = max((count for path, count in counts.items() if path not in unshown), default=0)
    tiles = tile_positions([place.code for place in places])
    return [
        Cell(place, None, tiles.get(place.code))
        if place.path in unshown
        else Cell(place, counts[place.path], tiles.get(place.code), depth(counts[place.path], most))
        for place in places
    ]


def total(question, level):
    """All of them, or None below five."""
    found = sum(counts_at(question, level).values())
    return found if found >= LEAST else None
