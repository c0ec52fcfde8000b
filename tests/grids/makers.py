"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.core.files.base import ContentFile

from governance.cases.services import next_number
from governance.files.storage import private
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType, Role
from governance.places.models import Place
from grids.admission.enums import Source
from grids.admission.models import Duty as ListedDuty
from grids.admission.services import apply
from grids.diary.services import write
from grids.funding.models import Allotment
from grids.mesh.enums import Duty
from grids.mesh.models import Assignment, Grid
from grids.meshfiles.models import MeshFile
from grids.patrols.models import CheckList, Patrol, Plan, Route
from grids.patrols.services import draw, open_due
from grids.performance.models import Formula, Score, ScoreItem, Sheet
from grids.performance.services import file_objection, hold_training, note_absence
from grids.reports.models import ReportKind
from grids.reports.services import file_report
from tests import actors
from tests.grids import village_life
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


def admission(scene):
    """An application of a bureau at the place; the leading group of the place above decides."""
    actors.office(OfficeType.LEADING_GROUP, actors.CITY)
    bureau = actors.actor(Role.DEPARTMENT_HANDLER, scene.code, trade="gas")
    facts = {
        "title": "协助燃气安全入户检查", "description": "提醒并记录。", "basis": "城镇燃气管理条例", "working_rules": "看、记、报。",
        "training": "每年培训一次。", "rate": 300, "fund_source": "燃气安全专项", "begins": date(2026, 11, 1), "ends": date(2028, 1, 1),
    }  # fmt: skip
    return placed(apply(at=scene.at, by=bureau, **facts), scene)


def duty(place=actors.COUNTY, **facts):
    """An admitted duty of a bureau."""
    defaults = {
        "code": "gas", "label": "协助燃气安全入户检查", "source": Source.ADMITTED, "basis": "城镇燃气管理条例",
        "office": actors.office(OfficeType.BUREAU, place, "gas"), "place": actors.place(place), "rate": 300,
        "in_force_from": date(2026, 1, 1), "in_force_until": date(2027, 1, 1),
    }  # fmt: skip
    known = ListedDuty.objects.filter(code=facts.get("code", defaults["code"])).first()
    return known or ListedDuty.objects.create(**{**defaults, **facts})


def allotment(scene):
    """What a bureau owes at the place."""
    owing, receiver = duty(), actors.office(OfficeType.TOWNSHIP, scene.code)
    case = Allotment(
        duty=owing, receiver=receiver, year=2026 + Allotment.objects.count(), rate=300, grids=20, months=12, owed=6000, title="经费",
        place=actors.place(scene.code), number=next_number(at=scene.at),
    )  # fmt: skip
    case.hand_to(owing.office)
    return placed(engine.begin(case, by=SYSTEM, at=scene.at), scene)


def score(scene):
    """A published month of one worker at the place: the person who asks, where that is a worker of the place itself."""
    own = scene.role == Role.GRID_WORKER and scene.reachable
    post = scene.user.acting_post if own else actors.actor(Role.GRID_WORKER, scene.code).acting_post
    month = sheet(scene)
    made = Score.objects.create(sheet=month, post=post, author=post.user, place_path=scene.code, total=75)
    facts = {"component": "training", "label": "参加培训", "weight": 10, "done": 3, "due": 4, "points": Decimal("7.5")}
    ScoreItem.objects.create(score=made, position=1, **facts)
    return made


def sheet(scene):
    """A month of a township that is published; the place of the scene stands for the township."""
    office, count = actors.office(OfficeType.TOWNSHIP, scene.code), Sheet.objects.count()
    return Sheet.objects.create(
        office=office, place_path=scene.code, month=date(2020 + count, 10, 1), formula=Formula.objects.first(), standing="published",
        closed_at=scene.at, published_at=scene.at, object_until=scene.at + actors.days(3650),
    )  # fmt: skip


def objection(scene):
    """A worker of the place objects to a figure of the own month."""
    row = score(scene)
    return placed(file_objection(row.items.get(), "10月15日的培训本人参加了。", by=row.author, at=scene.at), scene)


def absence(scene):
    post = actors.actor(Role.GRID_WORKER, scene.code).acting_post
    return note_absence(post, kind="rest", first=date(2026, 11, 2), last=date(2026, 11, 3), by=None, at=scene.at)


def training(scene):
    office = actors.office(OfficeType.TOWNSHIP, scene.code)
    return hold_training(office, title="消防知识", held_on=date(2026, 11, 2), hours=2, posts=(), by=None, at=scene.at)


def village(scene):
    """A village at or below the place; seen from below, one that lies beside the person's own."""
    if len(scene.code) == VILLAGE_DIGITS:
        return {"code": scene.code}
    found = Place.objects.in_use().filter(level="village", nature="regular").below(scene.code)
    if scene.user and not scene.reachable and scene.user.acting_post:
        found = found.exclude(path__startswith=scene.user.acting_post.office.place.path)
    return {"code": found.order_by("path").first().code}


def mesh_file(scene):
    """A sheet that somebody of the place's township brought in."""
    place = actors.place(scene.code)
    office = actors.office(OfficeType.TOWNSHIP, scene.code)
    facts = {"name": "网格.csv", "media_type": "text/csv", "size": 1, "sha256": "0" * 64, "stored": f"{uuid4().hex}.csv"}
    made = MeshFile.objects.create(kind="grids", office=office, place_path=place.path, at=scene.at, **facts)
    private().save(made.stored, ContentFile(b"x"))
    return {"pk": made.pk}


MAKERS = {
    **village_life.MAKERS,
    "performance": lambda scene: {"number": objection(scene).number},
    "performance.step": lambda scene: first_step(objection(scene), scene),
    "performance_month": lambda scene: {"pk": sheet(scene).pk},
    "performance_score": lambda scene: {"pk": score(scene).pk},
    "performance_absence": lambda scene: {"pk": absence(scene).pk},
    "performance_training": lambda scene: {"pk": training(scene).pk},
    "funding": lambda scene: {"number": allotment(scene).number},
    "funding.step": lambda scene: first_step(allotment(scene), scene),
    "admission": lambda scene: {"number": admission(scene).number},
    "admission.step": lambda scene: first_step(admission(scene), scene),
    "households": village,
    "meshfiles": mesh_file,
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
    "admission_duty.pk": lambda: ListedDuty.objects.statutory().first().pk,
    "mesh_dismiss.pk": lambda: 1,
    "kinds_edit.code": lambda: "environment",
    "kinds_switch.code": lambda: "environment",
    "meshfiles_template.kind": lambda: "grids",
    "patrols_checklist_edit.pk": lambda: CheckList.objects.first().pk,
    "patrols_checklist_switch.pk": lambda: CheckList.objects.first().pk,
}
