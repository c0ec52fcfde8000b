"""Who mediates in the demo: the named mediator at home, and people who cannot sign in at every other committee."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from disputes.complaints.demo.people import person_name
from disputes.complaints.demo.streets import is_rural
from governance.access.grants import sync_posts
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post, User
from governance.places.models import Place

SINCE = datetime(2022, 11, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
HOME = "150102001"  # the township of the named mediator
TOWN_WEIGHT, VILLAGE_WEIGHT = 6, 1


@dataclass
class Cast:
    """`mediators` by the path of their township; `places` where disputes arise, with their weights."""

    mediators: dict
    places: list
    weights: list

    def somewhere(self, rng):
        return rng.choices(self.places, weights=self.weights)[0]

    def at_home(self, rng):
        return rng.choice([place for place in self.places if place.path.startswith(HOME)])


def gathered(rng):
    """The cast, read once; a committee without a mediator gets one."""
    committees = list(Office.objects.in_use().filter(type=OfficeType.COMMITTEE, place__level="township").select_related("place"))
    _appoint(rng, committees)
    mediators = {}
    posts = Post.objects.filter(role=Role.MEDIATOR, user__is_demo=True, ends=None).with_office()
    for post in posts.order_by("pk"):
        post.user.acting_post = post
        mediators.setdefault(post.office.place.path, []).append(post.user)
    villages = Place.objects.in_use().filter(level="village", nature="regular").select_related("parent")
    places = [place for place in villages if place.path[:9] in mediators]
    weights = [VILLAGE_WEIGHT if is_rural(place.short_name) else TOWN_WEIGHT for place in places]
    return Cast(mediators, places, weights)


def _appoint(rng, committees):
    known = set(User.objects.filter(username__startswith="mediator-").values_list("username", flat=True))
    fresh = [
        User(username=f"mediator-{office.code}", name=person_name(rng), is_demo=True, password="!")
        for office in committees
        if f"mediator-{office.code}" not in known
    ]
    people = {user.username: user for user in User.objects.bulk_create(fresh, batch_size=1000)}
    posts = [
        Post(user=people[f"mediator-{office.code}"], office=office, role=Role.MEDIATOR, begins=SINCE)
        for office in committees
        if f"mediator-{office.code}" in people
    ]
    sync_posts(Post.objects.filter(pk__in=[post.pk for post in Post.objects.bulk_create(posts, batch_size=1000)]))
