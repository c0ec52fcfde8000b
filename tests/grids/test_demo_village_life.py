"""The demo tells of villages through the procedures themselves; told twice it is the same."""

from random import Random

import pytest
from django.utils import timezone

from governance.people.enums import OfficeType, Role
from governance.timeline.record import verify
from grids.community.demo.seed import seed as activities
from grids.community.models import Activity
from grids.deliberation.demo.seed import seed as deliberations
from grids.deliberation.models import Deliberation
from grids.organisations.demo.seed import seed as organisations
from grids.organisations.models import Organisation
from grids.volunteering.demo.seed import seed as calls
from grids.volunteering.models import Call
from tests import actors

SEEDS = (organisations, deliberations, calls, activities)
MODELS = (Organisation, Deliberation, Call, Activity)


@pytest.fixture
def clerks(offices):
    """Two villages with somebody who serves there, as the demo finds them."""
    actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    for code in (actors.VILLAGE, actors.OTHER_VILLAGE):
        user = actors.actor(Role.VILLAGE_CLERK, code)
        user.is_demo = True
        user.save(update_fields=["is_demo"])


def told(at, scale="demo"):
    for fill in SEEDS:
        fill(rng=Random(7), scale=scale, count=None, at=at, say=lambda line: None)
    return [model.objects.count() for model in MODELS]


def test_a_year_is_told_once_and_every_event_is_proven(clerks):
    at = timezone.now()
    first = told(at)
    assert min(first) > 3
    assert told(at) == first
    assert verify().broken is None
    assert Deliberation.objects.filter(state="closed").exists()
    assert not Deliberation.objects.exclude(opened_at__lte=at).exists()


def test_another_scale_tells_nothing(clerks):
    assert told(timezone.now(), scale="city") == [0, 0, 0, 0]
