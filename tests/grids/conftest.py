"""A village with a grid, its worker, and the stations a report can meet."""

import pytest

from governance.people.enums import OfficeType, Role
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from grids.reports.models import ReportKind
from grids.reports.services import file_report
from tests import actors
from tests.grids import makers


@pytest.fixture
def grid(db):
    return makers.grid()


@pytest.fixture
def worker(offices, grid, at):
    """The grid's responsible worker."""
    user = actors.actor(Role.GRID_WORKER, name="孙宏伟")
    assign(grid, user.acting_post, Duty.RESPONSIBLE, by=None, at=at)
    return user


@pytest.fixture
def village_clerk(offices):
    return actors.actor(Role.VILLAGE_CLERK)


@pytest.fixture
def officer(offices):
    """At the county's centre: dispatches and decides extensions."""
    return actors.actor(Role.CENTRE_OFFICER)


@pytest.fixture
def handler(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER)


@pytest.fixture
def bureau(handler):
    return handler.acting_post.office


@pytest.fixture
def reporting(worker, grid, at):
    """Files a report of the grid; facts can be overridden."""

    def file(at=at, kind="facility", **facts):
        defaults = {"by": worker, "grid": grid, "description": "单元门口路灯不亮，夜里看不清台阶。"}
        return file_report(at=at, kind=ReportKind.objects.get(code=kind), **{**defaults, **facts})

    return file


@pytest.fixture
def report(reporting):
    return reporting()


@pytest.fixture
def stations(worker, village_clerk, clerk, handler, officer):
    """Who acts where, by name."""
    return {"worker": worker, "village": village_clerk, "township": clerk, "department": handler, "centre": officer}


@pytest.fixture
def committee(db):
    return actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP)
