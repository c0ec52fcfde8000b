"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import date

from governance.people.enums import Role
from grids.mesh.models import Grid
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


MAKERS = {
    "mesh": lambda scene: {"code": grid(scene.code).code},
    "reports": lambda scene: {"number": report(scene).number},
    "reports.step": lambda scene: first_step(report(scene), scene),
}
PLAIN = {
    "mesh_dismiss.pk": lambda: 1,
    "kinds_edit.code": lambda: "environment",
    "kinds_switch.code": lambda: "environment",
}
