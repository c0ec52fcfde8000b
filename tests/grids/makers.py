"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import date
from uuid import uuid4

from django.core.files.base import ContentFile

from governance.files.storage import private
from governance.people.enums import OfficeType, Role
from governance.places.models import Place
from grids.mesh.models import Grid
from grids.meshfiles.models import MeshFile
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
    "households": village,
    "meshfiles": mesh_file,
    "mesh": lambda scene: {"code": grid(scene.code).code},
    "reports": lambda scene: {"number": report(scene).number},
    "reports.step": lambda scene: first_step(report(scene), scene),
}
PLAIN = {"mesh_dismiss.pk": lambda: 1, "meshfiles_template.kind": lambda: "grids"}
