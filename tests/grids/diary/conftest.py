"""An entry of the grid's worker: a demand, with a contact."""

from datetime import date

import pytest

from governance.people.enums import Role
from grids.diary.services import write
from tests import actors

DAY = date(2026, 11, 23)
WORDS = "居民希望在3号楼旁增设晾衣杆，已记下位置。"


@pytest.fixture
def writing(worker, grid, at):
    def written(at=at, **facts):
        return write(at=at, **{"by": worker, "grid": grid, "kind": "demand", "happened_on": DAY, "text": WORDS, **facts})

    return written


@pytest.fixture
def entry(writing):
    return writing(name="李四", phone="13800000002")


@pytest.fixture
def township(offices):
    return actors.actor(Role.TOWNSHIP_CLERK, name="李秀梅")


@pytest.fixture
def peer(offices):
    """Another grid worker of the same village."""
    return actors.actor(Role.GRID_WORKER, name="乌兰")
