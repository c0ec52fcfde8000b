"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import timedelta

from django.utils import timezone

from emergencies.drills.models import DrillRule
from emergencies.drills.services import open_obligation
from emergencies.mass_events.enums import Point
from emergencies.mass_events.services import apply
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


EVENT = {
    "kind": "show", "title": "草原音乐会", "organiser": "青山演艺公司", "landmark": "新华路体育场", "site_keeper": "青山体育中心",
    "expected": 3000, "capacity": 5000, "contact_name": "周立新", "contact_phone": "13900000001", "safety_name": "高明远",
    "safety_phone": "13900000002", "safety_plan": {point.value: "按方案落实，专人负责。" for point in Point},
}  # fmt: skip


def applied(place, at, **facts):
    """An application for an event thirty days ahead."""
    starts = at + timedelta(days=30)
    return apply(at=at, place=place, **{"starts_at": starts, "ends_at": starts + timedelta(hours=3), **EVENT, **facts}).event


def mass_event(scene):
    return placed(applied(actors.place(scene.code), scene.at), scene)


def decision(scene):
    """An event that was decided, and the form of the paper."""
    event = mass_event(scene)
    type(event).objects.filter(pk=event.pk).update(state="permitted", decided_at=timezone.now(), most_people=3000)
    return {"number": event.number, "form": "docx"}


MAKERS = {
    "venues": lambda scene: {"number": venue(scene).number},
    "venues.step": lambda scene: first_step(venue(scene), scene),
    "mass_events": lambda scene: {"number": mass_event(scene).number},
    "mass_events.step": lambda scene: first_step(mass_event(scene), scene),
    "mass_events_paper": decision,
    "drills": lambda scene: {"number": drill(scene).number},
    "drills.step": lambda scene: first_step(drill(scene), scene),
}
PLAIN = {
    "standards_kind.code": lambda: "school",
    "standards_rule_create.code": lambda: "school",
    "standards_rule.pk": lambda: DrillRule.objects.filter(active=True).first().pk,
    "drills_feed.key": lambda: "1-1-none",
}
