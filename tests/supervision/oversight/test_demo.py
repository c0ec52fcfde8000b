"""The demo of oversight is told by the engine: every measure with its papers, twice tells nothing more."""

from random import Random

import pytest

from governance.people.establish import establish_offices
from governance.timeline.record import verify
from governance.web.demo.accounts import open_accounts
from supervision.listing.models import Stage
from supervision.orders.models import Item, Order
from supervision.oversight.demo.seed import seed
from supervision.oversight.enums import State
from supervision.oversight.models import Finding, Talk
from supervision.papers.enums import Kind
from supervision.papers.models import Paper
from tests.statistics import analyse

pytestmark = pytest.mark.django_db
SHOWN = {State.DRAFT, State.CONFIRMED, State.SUMMONED, State.TALKED, State.ORDERED, State.LISTED, State.PUBLISHED, State.CLOSED}


@pytest.fixture
def told(at):
    establish_offices()
    open_accounts()
    analyse()
    for _twice in range(2):
        seed(rng=Random(7), scale="demo", count=None, at=at, say=lambda line: None)


def test_the_demo_is_whole(told):
    assert set(Finding.objects.values_list("state", flat=True)) >= SHOWN
    assert Finding.objects.count() == 47
    assert set(Paper.objects.values_list("kind", flat=True)) == set(Kind)
    assert Paper.objects.filter(refused=True).exists()
    assert Stage.objects.filter(reported_at__isnull=False).exists()
    assert Talk.objects.filter(held_at__isnull=False).exists()
    assert Item.objects.filter(passed=False).exists() or Order.objects.filter(rounds__gt=0).exists()
    assert Finding.objects.exclude(outside="").exists()
    assert verify().broken is None


def test_a_city_in_bulk_tells_nothing(at):
    seed(rng=Random(7), scale="bulk", count=None, at=at, say=lambda line: None)
    assert not Finding.objects.exists()
