"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from emergencies.danger_sources.models import DangerSource, Substance
from emergencies.danger_sources.services import declare as declare_source
from emergencies.drills.models import DrillRule
from emergencies.drills.services import open_obligation
from emergencies.hazards.models import Criterion, Hazard, Sector
from emergencies.hazards.public.services import report_by_public
from emergencies.venues.models import VenueKind
from emergencies.venues.services import declare
from governance.people.enums import OfficeType, Role
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


def hazard(scene):
    """What anybody reported at the place; the code opens it."""
    place, sector = actors.place(scene.code), Sector.objects.get(code="fire")
    told = report_by_public(at=scene.at, place=place, sector=sector, description="疏散通道堆满货物。", name="张三", phone="13800000000")
    return placed(told.hazard, scene)


def graded_hazard(scene):
    """One that may be in any state: graded, and listed once."""
    found = hazard(scene)
    Hazard.objects.filter(pk=found.pk).update(grade="general", listed_at=scene.at)
    return found


def danger_source(scene):
    """A store of petrol at the place."""
    site, place = actors.office(OfficeType.SITE, scene.code, "dangerous_goods"), actors.place(scene.code)
    kept = [{"substance": Substance.objects.get(code="petrol"), "quantity": 400}]
    facts = {"title": "青山油库", "unit": "1号罐区", "landmark": "迎宾路1号", "exposed": 40, "manager": "赵立", "work_phone": "0471-12345"}
    return placed(declare_source(at=scene.at, by=someone(), place=place, site=site, kept=kept, **facts), scene)


def filed_source(scene):
    found = danger_source(scene)
    DangerSource.objects.filter(pk=found.pk).update(filed_at=scene.at)
    return found


MAKERS = {
    "venues": lambda scene: {"number": venue(scene).number},
    "venues.step": lambda scene: first_step(venue(scene), scene),
    "drills": lambda scene: {"number": drill(scene).number},
    "drills.step": lambda scene: first_step(drill(scene), scene),
    "hazards": lambda scene: {"number": hazard(scene).number},
    "hazards.step": lambda scene: first_step(graded_hazard(scene), scene),
    "danger_sources": lambda scene: {"number": danger_source(scene).number},
    "filed_source": lambda scene: {"number": filed_source(scene).number},
    "danger_sources.step": lambda scene: first_step(filed_source(scene), scene),
}
PLAIN = {
    "standards_kind.code": lambda: "school",
    "standards_rule_create.code": lambda: "school",
    "hazards_notice.form": lambda: "pdf",
    "criteria_sector.code": lambda: "fire",
    "criteria_criterion_create.code": lambda: "fire",
    "criteria_criterion.pk": lambda: Criterion.objects.in_use().first().pk,
    "criteria_reward.grade": lambda: "major",
    "criteria_substance.pk": lambda: Substance.objects.first().pk,
    "standards_rule.pk": lambda: DrillRule.objects.filter(active=True).first().pk,
}
