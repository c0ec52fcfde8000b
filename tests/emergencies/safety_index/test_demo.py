"""The demo tells half a year through the services and the engine, the same each time."""

from datetime import timedelta
from random import Random

import pytest

from emergencies.safety_index.demo.seed import MONTHS, seed
from emergencies.safety_index.enums import State
from emergencies.safety_index.models import Edition, Method, Population
from emergencies.safety_index.services import differences
from emergencies.safety_tips.demo.seed import seed as seed_tips
from emergencies.safety_tips.models import SafetyTip
from governance.people.enums import OfficeType, Role
from governance.people.models import User
from governance.timeline.record import shortened, verify
from tests import actors
from tests.emergencies.safety_index import scenes


@pytest.fixture
def peopled(compiler, approver, clerk, month_ago):
    """People of the demo, cases in every month, more of them at the home township towards the end."""
    actors.actor(Role.CENTRE_OFFICER, actors.COUNTY, kind=OfficeType.CENTRE)
    User.objects.update(is_demo=True)
    scenes.counted_by(scenes.FIGURE)
    for back in range(9):
        scenes.spread(6, at=month_ago - timedelta(days=30 * back))
    scenes.rows(actors.TOWNSHIP, 12, at=month_ago - timedelta(days=60))


def told(at, **facts):
    for tell in (seed, seed_tips):
        tell(rng=Random(7), scale="demo", count=100, at=at, say=print, **facts)


def test_half_a_year_is_told_by_the_engine(peopled, at):
    told(at)
    states = [*Edition.objects.order_by("month").values_list("state", flat=True)]
    assert states == [State.PUBLISHED] * (MONTHS - 1) + [State.SUBMITTED]
    assert [differences(edition) for edition in Edition.objects.order_by("pk")] == [[]] * MONTHS
    assert (verify().broken, shortened(Edition), shortened(SafetyTip)) == (None, None, None)
    assert SafetyTip.objects.exclude(state="sent").exists()
    assert all("演示" in source for source in Population.objects.filter(year__gt=2010).values_list("source", flat=True))


def test_it_is_told_once_and_only_for_the_demo(peopled, at):
    seed(rng=Random(7), scale="bench", count=100, at=at, say=print)
    assert not Edition.objects.exists()
    told(at)
    before = Edition.objects.count(), Method.objects.count()
    told(at)
    assert (Edition.objects.count(), Method.objects.count()) == before
