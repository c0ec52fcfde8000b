"""Grids to redraw, and the facts of it."""

import pytest

from tests.grids import makers


@pytest.fixture
def second(db):
    return makers.grid(serial=2, households=220)


@pytest.fixture
def school(grid):
    """A dedicated grid inside the grid."""
    made = makers.grid(serial=7, kind="dedicated", host="辖区小学", host_kind="school", name="小学专属网格", households=None)
    grid.holds.add(made)
    return made


@pytest.fixture
def facts(clerk, at):
    return {"day": at.date(), "reason": "新建小区入住。", "by": clerk, "at": at}


@pytest.fixture
def halves(worker):
    post = worker.acting_post
    return [
        {"name": "东片", "area": "1号楼至3号楼", "households": 180, "residents": 500, "post": post},
        {"name": "西片", "area": "4号楼至6号楼", "households": 220, "residents": 600, "post": None},
    ]
