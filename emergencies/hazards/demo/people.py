"""Who acts in the hazards of the demo, and where they lie; read once."""

from dataclasses import dataclass
from typing import Any

from emergencies.hazards.models import Criterion, Sector
from emergencies.venues.models import Venue
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post
from governance.places.models import Place

ACTING = (Role.SITE_MANAGER, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER)
TOWNSHIP, COUNTY, SPREAD = 9, 6, 0.03
DIGITS = 5


@dataclass
class Cast:
    rng: Any
    at: Any
    people: dict  # office → who acts there
    bureaus: dict  # (trade, place's path) → office
    venues: list
    managed: list  # venues whose site has a manager
    villages: list
    seats: dict  # county's path → (latitude, longitude)
    sectors: dict
    criteria: dict

    def bureau(self, sector, path):
        return self.bureaus.get((sector.trade, path[:COUNTY])) or self.bureaus.get((sector.trade, path[:4]))

    def township(self, path):
        return self.bureaus[OfficeType.TOWNSHIP, path[:TOWNSHIP]]

    def centre(self, path):
        return self.people[self.bureaus[OfficeType.CENTRE, path[:COUNTY]].pk]

    def near(self, path):
        """A point in the county, or nothing where no seat is known."""
        seat = self.seats.get(path[:COUNTY])
        return [round(part + self.rng.uniform(-SPREAD, SPREAD), DIGITS) for part in seat] if seat else (None, None)


def gathered(rng, at):
    people = {}
    posts = Post.objects.live(at).filter(user__is_demo=True, role__in=ACTING).with_office()
    for post in posts.order_by("-pk"):
        post.user.acting_post = post
        people[post.office_id] = post.user
    offices = Office.objects.in_use().filter(type__in=[OfficeType.BUREAU, OfficeType.TOWNSHIP, OfficeType.CENTRE]).select_related("place")
    bureaus = {(one.trade if one.type == OfficeType.BUREAU else one.type, one.place.path): one for one in offices}
    staffed = {path for (kind, path), office in bureaus.items() if kind == OfficeType.TOWNSHIP and office.pk in people}
    confirmed = Venue.objects.confirmed().select_related("place", "site", "office", "kind").order_by("pk")
    venues = [one for one in confirmed if one.place.path[:TOWNSHIP] in staffed]
    regular = Place.objects.in_use().filter(level="village", nature="regular").order_by("path")
    villages = [one for one in regular if one.path[:TOWNSHIP] in staffed]
    counties = Place.objects.in_use().filter(level="county", latitude__isnull=False)
    seats = {one.path: (one.latitude, one.longitude) for one in counties}
    return Cast(
        rng, at, people, bureaus, venues, [one for one in venues if one.site_id in people], villages, seats,
        {one.code: one for one in Sector.objects.in_use()}, {one.code: one for one in Criterion.objects.in_use()},
    )  # fmt: skip
