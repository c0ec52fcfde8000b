"""The demo's reserves are told as the engine tells: books that are right, an unbroken chain, the same story twice."""

from random import Random

import pytest
from django.db import transaction

from emergencies.releases.demo.seed import seed
from emergencies.releases.models import ReleaseOrder
from emergencies.releases.services import check as check_orders
from emergencies.stockpiles.models import StockCard, StockMovement
from emergencies.stockpiles.services import check
from governance.access.grants import appoint
from governance.people.enums import OfficeType, Role
from governance.people.models import User
from governance.timeline.record import verify
from tests import actors


@pytest.fixture
def staffed(db):
    """The departments that keep reserves, with somebody at each, and a township that receives."""
    wanted = [(OfficeType.BUREAU, actors.CITY, trade) for trade in ("emergency", "health", "development", "farming")]
    wanted += [(OfficeType.BUREAU, actors.COUNTY, "emergency"), (OfficeType.TOWNSHIP, actors.TOWNSHIP, "")]
    for kind, code, trade in wanted:
        user = User.objects.create(username=f"{kind}-{code}-{trade}", name="经办人", is_demo=True, password="!")
        role = Role.DEPARTMENT_HANDLER if trade else Role.TOWNSHIP_CLERK
        appoint(user, actors.office(kind, code, trade), role, begins=actors.BEGAN)


def told(at, scale="demo"):
    said = []
    with transaction.atomic():
        seed(rng=Random(7), scale=scale, count=None, at=at, say=said.append)
        cards = [*StockCard.objects.order_by("pk").values_list("title", "state", "need", "on_hand", "rotate_on", "expiring")]
        found = (cards, StockMovement.objects.count(), ReleaseOrder.objects.count(), check() + check_orders(), verify().broken)
        transaction.set_rollback(True)
    return said, found


def test_the_story_is_whole_and_the_same_twice(staffed, at):
    said, (cards, movements, releases, differences, broken) = told(at)
    assert (len(said), releases, differences, broken) == (1, 6, [], None)
    assert len(cards) == 12 + 6 + 7 + 7 + 4
    assert movements > 2 * len(cards)
    assert {state for _title, state, *_rest in cards} >= {"short", "kept"}
    assert told(at)[1][0] == cards


def test_elsewhere_nothing_is_told(staffed, at):
    assert told(at, scale="bench") == ([], ([], 0, 0, [], None))
