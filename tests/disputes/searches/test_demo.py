"""The demo tells rounds as the engine tells them: an unbroken chain, nothing of the future, and the same again by the same chance."""

from random import Random

import pytest

from disputes.searches.demo.seed import seed
from disputes.searches.models import Entry, Round, Search
from governance.people.enums import OfficeType, Role
from governance.people.models import User
from governance.places.models import Place
from governance.timeline.record import verify
from tests import actors


@pytest.fixture
def village_people(offices):
    actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP)
    actors.actor(Role.TOWNSHIP_CLERK)
    for village in Place.objects.filter(level="village", path__startswith=actors.TOWNSHIP).order_by("path")[:8]:
        actors.actor(Role.VILLAGE_CLERK, village.code)
    User.objects.get_queryset().update(is_demo=True)


def test_three_rounds_are_told_once(village_people, at):
    for _time in range(2):
        seed(rng=Random(7), scale="demo", count=None, at=at, say=lambda words: None)
    assert Round.objects.count() == 3
    assert {"due", "done"} <= set(Search.objects.values_list("state", flat=True))
    assert Entry.objects.filter(outcome="found").exists()
    assert not Entry.objects.filter(at__gt=at).exists()
    assert verify().broken is None
