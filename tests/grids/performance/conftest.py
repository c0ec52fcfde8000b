"""A township with two workers, and a month that is over: October 2026. The tests stand on 23 November."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from governance import registry
from governance.people.enums import Role
from governance.web.casework.filters import start_of
from grids.performance.models import Score
from grids.performance.services import close_month, file_objection, hold_training, note_presence, publish
from tests import actors

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
OCTOBER_NOON = datetime(2026, 10, 20, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(autouse=True)
def first_components(monkeypatch):
    """Reports and training alone, whatever other procedures declare."""
    known = registry.declared
    first = tuple(one for one in known("worked") if one.code in {"spot", "confirmed", "training"})
    monkeypatch.setattr(registry, "declared", lambda kind: first if kind == "worked" else known(kind))


@pytest.fixture
def colleague(offices):
    """Another worker of the same village."""
    return actors.actor(Role.GRID_WORKER, name="周文")


@pytest.fixture
def trainings(worker, colleague, clerk, at):
    """Four trainings in October; the worker missed the last one."""
    posts, made = [worker.acting_post, colleague.acting_post], []
    for day in (13, 14, 15, 16):
        facts = {"title": f"培训{day}日", "held_on": date(2026, 10, day), "hours": 2, "posts": posts}
        made.append(hold_training(clerk.acting_post.office, by=clerk, at=at, **facts))
    missed = made[-1].attendances.get(post=worker.acting_post)
    note_presence(made[-1], {missed.pk: "missed"})
    return made


@pytest.fixture
def sheet(trainings, clerk, at):
    return close_month(clerk.acting_post.office, OCTOBER, by=clerk, at=at)


@pytest.fixture
def published(sheet, clerk, at):
    return publish(sheet, by=clerk, at=at)


@pytest.fixture
def score(published, worker):
    return Score.objects.get(author=worker)


@pytest.fixture
def item(score):
    return score.items.get(component="training")


@pytest.fixture
def objection(item, worker, at):
    return file_objection(item, reason="16日的培训本人参加了，签到表有签名。", by=worker, at=at)


def moment(day):
    return start_of(day)
