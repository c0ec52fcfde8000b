"""A matter of the home village, and the way it takes to its end."""

from datetime import datetime, timedelta

import pytest

from governance.flow import engine
from grids.deliberation.rules import CITY_TIME
from grids.deliberation.services import raise_matter
from tests import actors

FACTS = {"title": "电动自行车充电棚建在哪里", "kind": "safety", "description": "楼道里飞线充电，希望集中建充电棚。"}
PLACE = {"venue": "社区议事厅", "chair": "社区居民委员会主任", "agenda": "一、选址；二、费用。"}


def meeting(at, days=9):
    return {"meet_at": (at + timedelta(days=days)).replace(hour=15), **PLACE}


def way(at):
    """(step, days after the beginning, what it is given), as a matter goes without trouble."""
    return (
        ("accept", 1, {"title": "电动自行车充电棚选址", "kind": "safety"}),
        ("schedule", 2, meeting(at)),
        ("invite", 2, {"role": "representative", "body": "", "people": 8, "names": "张三、李四"}),
        ("announce", 2, {}),
        ("hold", 10, {"attended": 12, "way": "vote", "votes_for": 9, "votes_against": 2, "votes_abstained": 1, "note": "逐条讨论。"}),
        ("record_view", 10, {"role": "property", "note": "东门空地离配电室近。"}),
        ("publish_result", 11, {"result": "建在东门空地。", "responsible": "物业公司", "carry_by": (at + timedelta(days=40)).date()}),
        ("progress", 20, {"note": "已放线。", "photos": []}),
        ("carry_out", 35, {"note": "已启用。", "photos": []}),
        ("evaluate", 37, {"asked": 10, "satisfied": 9, "note": "办得及时。"}),
        ("close", 38, {}),
    )


def walk(case, by, at, *, until, **given):
    """Take the way up to and with a step; `given` replaces what that last step is given."""
    for name, days, facts in way(at):
        told = {**facts, **(given if name == until else {})}
        case = engine.take(case, name, by=by, at=(at + timedelta(days=days)).replace(hour=17), **told)
        if name == until:
            break
    return case


@pytest.fixture
def matter(offices, at):
    """Raised by a resident, with number and code."""
    return raise_matter(at=at, place=actors.place(actors.VILLAGE), name="王芳", phone="13800000003", **FACTS)


@pytest.fixture
def case(matter):
    return matter.deliberation


@pytest.fixture
def moment():
    return lambda *parts: datetime(*parts, tzinfo=CITY_TIME)
