"""A call of the home village with three places."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from grids.organisations.services import register
from grids.volunteering.services import draft, sign_up
from tests import actors


@pytest.fixture
def group(village_clerk, at):
    facts = {"kind": "volunteer", "title": "邻里互助队", "duties": "陪伴老人。", "phone": "0471-0123456", "address": "居委会院内"}
    return register(by=village_clerk, at=at, place=actors.place(actors.VILLAGE), **facts)


@pytest.fixture
def calling(village_clerk, group):
    """Publishes a call; what is asked of the public pages lies ahead of the real clock."""

    def make(at=None, publish=True, **facts):
        at = at or timezone.now()
        starts = at + timedelta(days=3)
        told = {"title": "清雪除冰志愿服务", "description": "自带手套。", "venue": "居委会门口", "capacity": 3, "starts_at": starts}
        told |= {"ends_at": starts + timedelta(hours=2), "organisation": group, **facts}
        return draft(by=village_clerk, at=at, place=actors.place(actors.VILLAGE), publish=publish, **told)

    return make


@pytest.fixture
def call(calling):
    return calling()


@pytest.fixture
def signing():
    """Takes a place; every telephone is another one."""
    phones = iter(f"138111100{serial:02d}" for serial in range(100))

    def take(call, *, at=None, phone="", name="赵敏", submission=None):
        facts = {"name": name, "phone": phone or next(phones), "submission": submission or uuid4()}
        return sign_up(call, at=at or timezone.now(), **facts)

    return take
