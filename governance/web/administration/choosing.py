"""Finding an office, or a place, without JavaScript: down the tree by links, or by a word of its name."""

from dataclasses import dataclass

from django.db.models import Q

from governance.access.scope import places_for, reach
from governance.permissions import PEOPLE
from governance.web.administration.reach import offices_within, one

MOST_FOUND = 30


@dataclass(frozen=True)
class Choice:
    """Where the search stands.

    The way down to the place, what lies below it, and the offices there (or those found by the word).
    """

    lineage: list
    children: list
    offices: list
    query: str
    more: bool = False

    @property
    def place(self):
        return self.lineage[-1] if self.lineage else None


def office_choice(user, asked):
    """The state of the search that the address asks for: `place` (a code) or `q` (a word)."""
    places, query = places_for(user, PEOPLE), asked.get("q", "").strip()
    place = one(places, code=asked["place"]) if asked.get("place") else top(user, places)
    lineage = list(places.lineage(place.path)) if place else []
    children = list(places.filter(parent=place)) if place else list(tops(user, places))
    offices = offices_within(user).in_use().select_related("place")
    if query:
        offices = offices.filter(Q(name__icontains=query) | Q(short_name__icontains=query) | Q(place__name__icontains=query))
    else:
        offices = offices.filter(place=place)
    found = list(offices[: MOST_FOUND + 1])
    return Choice(lineage, children, found[:MOST_FOUND], query, more=len(found) > MOST_FOUND)


def tops(user, places):
    """The highest places the person administers."""
    return places.filter(path__in=reach(user, PEOPLE).paths)


def top(user, places):
    """The one highest place, or None where there are several to choose from."""
    found = list(tops(user, places)[:2])
    return found[0] if len(found) == 1 else None
