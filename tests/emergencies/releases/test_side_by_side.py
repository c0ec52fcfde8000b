"""Fifty releases at the same moment, real transactions: the shelf is emptied to the last piece, and not below."""

import pytest

from emergencies.catalogue.models import StockItem
from emergencies.releases.models import ReleaseOrder, ReleasePick
from emergencies.releases.services import check as check_orders
from emergencies.releases.services import order
from emergencies.stockpiles.models import StockBalance, StockCard, StockMovement
from emergencies.stockpiles.services import check
from governance.flow import engine
from governance.people.enums import OfficeType
from tests import actors
from tests.conftest import MONDAY
from tests.emergencies.stock_makers import stock, warehouse
from tests.emergencies.stock_scenes import command
from tests.web.test_side_by_side import at_once

RELEASES, EACH, HELD = 50, 3, 100  # thirty-three can be served, and one piece stays


@pytest.fixture
def commander(lasting):
    return command(actors.COUNTY)


def test_fifty_releases_at_once_leave_exactly_what_is_left(commander):
    house = warehouse(actors.place(actors.COUNTY), office=commander.acting_post.office)
    for lot in range(4):
        stock(house, MONDAY, quantity=HELD // 4, lot=f"L{lot}")
    receiver, tent = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP), StockItem.objects.get(code="tent")
    facts = {"warehouse": house, "purpose": "use", "receiver": receiver, "basis": "预案", "reason": "转移安置群众。"}
    orders = [order(lines=[{"item": tent, "quantity": EACH}], by=commander, at=MONDAY, **facts) for _number in range(RELEASES)]

    def pick(made):
        try:
            return bool(engine.take(made, "pick", by=commander, at=MONDAY))
        except engine.StepRefused:
            return False

    served = at_once(*(lambda made=made: pick(made) for made in orders))
    assert sum(served) == HELD // EACH
    assert StockCard.objects.get(warehouse=house).on_hand == HELD % EACH
    assert ReleaseOrder.objects.filter(state="picked").count() == ReleasePick.objects.values("order").distinct().count() == HELD // EACH
    assert not StockBalance.objects.filter(account__warehouse=house, quantity__lt=0).exists()
    assert StockMovement.objects.filter(cause="pick").count() == ReleasePick.objects.count()
    assert check() + check_orders() == []
