"""Where the life of villages is told in the demo, and who tells it: the home township's villages, and some of every county."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from governance.people.enums import Role
from governance.people.models import Post
from governance.places.enums import Nature
from grids.mesh.demo.names import is_rural

CITY_TIME = ZoneInfo("Asia/Shanghai")
HOME, HOME_TOWNSHIP, COUNTY = "150102001001", "150102001", 6
PER_COUNTY = 3


@dataclass(frozen=True)
class Village:
    """A village or community with its clerk."""

    place: Any
    clerk: Any

    @property
    def is_rural(self):
        return is_rural(self.place)

    @property
    def is_home(self):
        return self.place.path == HOME


def villages(rng):
    """The home village first, then its township's others, then a few of each county."""
    clerks_of_places = Post.objects.filter(user__is_demo=True, role=Role.VILLAGE_CLERK, office__place__nature=Nature.REGULAR)
    posts = clerks_of_places.with_office().order_by("-user__password", "pk")
    clerks = {}
    for post in posts:
        post.user.acting_post = post
        clerks.setdefault(post.office.place.path, Village(post.office.place, post.user))
    near = [clerks[path] for path in sorted(clerks) if path.startswith(HOME_TOWNSHIP)]
    far, counties = [], {}
    for path in sorted(clerks):
        if not path.startswith(HOME_TOWNSHIP):
            counties.setdefault(path[:COUNTY], []).append(clerks[path])
    for county in sorted(counties):
        far += rng.sample(counties[county], min(PER_COUNTY, len(counties[county])))
    return near[:8] + far


def local(moment, *, hour, minute=0):
    """That day, at an hour of the city's clock."""
    return moment.astimezone(CITY_TIME).replace(hour=hour, minute=minute, second=0, microsecond=0)


def weekend(moment, *, hour):
    """The Saturday of that week."""
    day = local(moment, hour=hour)
    return day + timedelta(days=(5 - day.weekday()) % 7)
