"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from emergencies.drills.models import DrillRule
from emergencies.drills.services import open_obligation
from emergencies.venues.models import VenueKind
from emergencies.venues.services import declare
from governance.people.enums import Role
from tests import actors
from tests.scenes import first_step, placed

FACTS = {
    "title": "青山购物广场", "landmark": "新华路8号", "capacity": 1800, "floors": 5, "area": 12000, "manager": "赵立新",
    "work_phone": "0471-1234567", "equipment": ["extinguishers", "exits"],
}  # fmt: skip


def declared(place, at, *, kind="mall", by=None, **facts):
    """A venue at the place, declared by the township for a site of its own."""
    return declare(at=at, by=by or someone(), place=place, kind=VenueKind.objects.get(code=kind), **{**FACTS, **facts})


def someone():
    return actors.actor(Role.TOWNSHIP_CLERK)


def venue(scene):
    return placed(declared(actors.place(scene.code), scene.at), scene)


def drill(scene):
    """The obligation of a venue at the place."""
    return placed(open_obligation(declared(actors.place(scene.code), scene.at), at=scene.at), scene)


MAKERS = {
    "venues": lambda scene: {"number": venue(scene).number},
    "venues.step": lambda scene: first_step(venue(scene), scene),
    "drills": lambda scene: {"number": drill(scene).number},
    "drills.step": lambda scene: first_step(drill(scene), scene),
}
PLAIN = {
    "standards_kind.code": lambda: "school",
    "standards_rule_create.code": lambda: "school",
    "standards_rule.pk": lambda: DrillRule.objects.filter(active=True).first().pk,
}
