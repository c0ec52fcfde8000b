"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import date

from governance.people.enums import Role
from grids.diary.services import write
from grids.mesh.enums import Duty
from grids.mesh.models import Assignment, Grid
from grids.patrols.models import CheckList, Patrol, Plan, Route
from grids.patrols.services import draw, open_due
from grids.reports.models import ReportKind
from grids.reports.services import file_report
from tests import actors
from tests.scenes import first_step, placed

VILLAGE_DIGITS = 12


def grid(code=actors.VILLAGE, serial=1, **facts):
    """A base grid at a place; one that is made above the villages lies at that place itself, not below it."""
    tail = f"{serial:03d}" if len(code) == VILLAGE_DIGITS else ""
    defaults = {
        "name": f"第{serial}网格", "area": "1号楼至6号楼", "households": 400, "residents": 1100, "supervision_phone": "0471-12345678",
        "active_from": date(2022, 11, 1),
    }  # fmt: skip
    known = Grid.objects.filter(place_path=code + tail).first()
    return known or Grid.objects.create(
        code=f"{code}{serial:03d}", place=actors.place(code), place_path=code + tail, **{**defaults, **facts}
    )


def report(scene):
    """A report at the place, with a contact, made by a worker who lives elsewhere in the test."""
    kind, worker = ReportKind.objects.get(code="environment"), actors.actor(Role.GRID_WORKER)
    made = file_report(
        at=scene.at, by=worker, grid=grid(scene.code), kind=kind, description="楼前堆放建筑垃圾。", name="李四", phone="13800000002"
    )
    return placed(made, scene)


POINTS = ({"name": "3号楼", "address": "新华东街12号院"}, {"name": "沿街商铺", "address": ""})


def route(code=actors.VILLAGE, serial=1, *, at, points=POINTS, name="东片楼院线"):
    """A route of two points in a grid of the place."""
    facts = [{"latitude": None, "longitude": None, **point} for point in points]
    return draw(Route(grid=grid(code, serial), name=name), facts, by=None, at=at)


def plan(code=actors.VILLAGE, serial=1, *, at, checklist="fire", rhythm="weekly", **facts):
    """A plan that began with the week."""
    drawn = route(code, serial, at=at)
    facts = {"begins": date(2026, 11, 23), "made_at": at, **facts}
    return Plan.objects.create(
        route=drawn, place_path=drawn.place_path, checklist=CheckList.objects.get(code=checklist), rhythm=rhythm, **facts
    )


def patrol(code=actors.VILLAGE, serial=1, *, at, **facts):
    """The patrol of this week, of a plan of its own."""
    made = plan(code, serial, at=at, **facts)
    open_due(at=at, plans=Plan.objects.filter(pk=made.pk))
    return Patrol.objects.get(plan=made)


def scene_patrol(scene):
    """A patrol at the place; a worker who can reach it serves the grid."""
    made = patrol(scene.code, at=scene.at)
    if scene.role == Role.GRID_WORKER and scene.reachable:
        Assignment.objects.create(grid=made.grid, post=scene.user.acting_post, duty=Duty.RESPONSIBLE, begins=scene.at)
    return placed(made, scene)


def entry(scene):
    """An entry with a contact; a worker reads the own ones alone, so one within reach wrote it."""
    own = scene.role == Role.GRID_WORKER and scene.reachable
    words = {
        "kind": "demand",
        "happened_on": date(2026, 11, 23),
        "text": "居民希望在3号楼旁增设晾衣杆。",
        "name": "李四",
        "phone": "13800000002",
    }
    return placed(write(by=scene.user if own else actors.actor(Role.GRID_WORKER), at=scene.at, grid=grid(scene.code), **words), scene)


MAKERS = {
    "mesh": lambda scene: {"code": grid(scene.code).code},
    "reports": lambda scene: {"number": report(scene).number},
    "reports.step": lambda scene: first_step(report(scene), scene),
    "patrols": lambda scene: {"number": scene_patrol(scene).number},
    "patrols.step": lambda scene: first_step(scene_patrol(scene), scene),
    "patrol_route": lambda scene: {"pk": route(scene.code, at=scene.at).pk},
    "patrol_plan": lambda scene: {"pk": plan(scene.code, at=scene.at).pk},
    "diary": lambda scene: {"number": entry(scene).number},
    "diary.step": lambda scene: first_step(entry(scene), scene),
}
PLAIN = {
    "mesh_dismiss.pk": lambda: 1,
    "patrols_checklist_edit.pk": lambda: CheckList.objects.first().pk,
    "patrols_checklist_switch.pk": lambda: CheckList.objects.first().pk,
}
