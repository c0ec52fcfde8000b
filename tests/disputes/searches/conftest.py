"""A round called by the home township for the home village, and the people who search it."""

from datetime import timedelta

import pytest

from disputes.searches.models import Search
from disputes.searches.services import call_round
from governance.people.enums import Role
from tests import actors
from tests.conftest import MONDAY

TODAY = MONDAY.date()
NOTHING = {"grid": "第一网格", "searched_on": TODAY, "outcome": "nothing", "kind": "", "spot": "", "summary": "", "handled": "",
           "settlement": ""}  # fmt: skip
FOUND = {**NOTHING, "outcome": "found", "kind": "property", "spot": "小区东门", "summary": "电梯停运四天，业主拒交物业费。",
         "handled": "mediation"}  # fmt: skip


@pytest.fixture
def village(offices):
    return actors.actor(Role.VILLAGE_CLERK)


@pytest.fixture
def worker(offices):
    return actors.actor(Role.GRID_WORKER)


@pytest.fixture
def calling(clerk, village):
    """Calls a round for a place; facts can be overridden."""

    def called(code=actors.VILLAGE, *, by=clerk, at=MONDAY, **facts):
        defaults = {"title": "十一月排查", "begins": at.date(), "ends": at.date() + timedelta(days=6)}
        return call_round(by=by, at=at, place=actors.place(code), **{**defaults, **facts})

    return called


@pytest.fixture
def search(calling):
    calling()
    return Search.objects.get()
