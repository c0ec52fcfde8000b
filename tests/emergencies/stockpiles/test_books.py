"""Double entry: never below zero, written once, cards in step with their shelves, and every difference found."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, transaction

from emergencies.catalogue.models import StockItem
from emergencies.stockpiles.enums import FINAL, State
from emergencies.stockpiles.models import StockBalance, StockCard, StockMovement
from emergencies.stockpiles.services import Entry, account, check, mark_near, open_card, post, refresh, set_need
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import Role
from tests import actors
from tests.emergencies.stock_makers import stock, warehouse
from tests.emergencies.stock_scenes import command, keeper, refuses_elsewhere


@pytest.fixture
def bureau_of_emergency(offices):
    return command(actors.COUNTY)


@pytest.fixture
def house(bureau_of_emergency):
    return warehouse(actors.place(actors.COUNTY), office=keeper().acting_post.office)


@pytest.fixture
def batch(house, at):
    return stock(house, at, quantity=10, expires_on=(at + timedelta(days=800)).date())


@pytest.fixture
def card(batch, house):
    return StockCard.objects.get(warehouse=house)


def taken(house, batch, quantity, at):
    entry = Entry(batch, account("shelf", house), account("picked", house), quantity, "pick")
    post([entry], document="D", by=SYSTEM, at=at)


def clocks(card):
    return {row.term.removeprefix("stockpiles."): row.due_at for row in Deadline.objects.of(card).still_open()}


def test_a_card_tells_what_lies_on_its_shelf(card, house, batch, at):
    assert (card.state, card.on_hand, card.expires_on, card.rotate_on) == (State.KEPT, 10, batch.expires_on, batch.rotate_on)
    taken(house, batch, 10, at)
    card.refresh_from_db()
    assert (card.state, card.on_hand, card.rotate_on, clocks(card)) == (State.EMPTY, 0, None, {})
    assert check() == []


def test_no_shelf_falls_below_zero(house, batch, card, at):
    with pytest.raises(engine.StepRefused, match="库存不足"), transaction.atomic():
        taken(house, batch, 11, at)
    with pytest.raises(IntegrityError, match="never_below_zero"), transaction.atomic():
        StockBalance.objects.filter(account__kind="shelf").update(quantity=-1)
    assert StockMovement.objects.count() == 1


def test_a_movement_is_written_once(batch):
    for change in (lambda rows: rows.update(quantity=1), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
            change(StockMovement.objects.filter(batch=batch))


def test_below_its_need_a_card_is_short_until_it_is_filled(card, house, bureau_of_emergency, at):
    short = set_need(card, 30, by=bureau_of_emergency, at=at, note="储备规划")
    assert (short.state, "restock" in clocks(short)) == (State.SHORT, True)
    stock(house, at, quantity=20, lot="P2")
    short.refresh_from_db()
    assert (short.state, "restock" in clocks(short)) == (State.KEPT, False)


def test_only_the_department_of_emergency_management_sets_the_need(card, bureau_of_emergency, at):
    with pytest.raises(engine.StepRefused):
        set_need(card, 30, by=keeper(), at=at, note="x")
    assert set_need(card, 5, by=bureau_of_emergency, at=at, note="储备规划").need == 5


def test_the_first_batch_to_rotate_sets_the_clock(card, house, at):
    first, sooner = clocks(card)["rotate"], (at + timedelta(days=500)).date()
    stock(house, at, quantity=5, lot="P2", expires_on=sooner)
    earlier = clocks(card)["rotate"]
    assert earlier < first
    batch = StockCard.objects.get(pk=card.pk)
    assert batch.expires_on == sooner
    taken(house, house.accounts.get(kind="shelf").balances.get(quantity=5).batch, 5, at)
    assert clocks(card)["rotate"] == first


def test_what_is_not_rotated_in_time_lapses(card, at):
    ring(card, at=at + timedelta(days=800))
    assert Deadline.objects.of(card).still_open().get().lapsed_at


def test_a_card_is_marked_once_when_rotation_is_near(card, at):
    assert mark_near(at=at) == 0
    later = at + timedelta(days=800)
    assert (mark_near(at=later), mark_near(at=later)) == (1, 0)
    assert StockCard.objects.get(pk=card.pk).expiring


def test_a_card_is_opened_once_and_ends_only_when_empty(card, house, bureau_of_emergency, at):
    assert open_card(house, card.item, by=SYSTEM, at=at) == card
    with pytest.raises(engine.StepRefused, match="还有库存"):
        engine.take(card, "end", by=bureau_of_emergency, at=at, note="x")
    other = open_card(house, StockItem.objects.get(code="quilt"), by=SYSTEM, at=at)
    assert engine.take(other, "end", by=bureau_of_emergency, at=at, note="x").state == State.ENDED
    assert refresh(card, at=at).state == State.KEPT


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, card, bureau_of_emergency, at):
    refuses_elsewhere(card, state, by=bureau_of_emergency, at=at)
    assert (state in FINAL) == (state == State.ENDED)


def test_the_check_finds_every_kind_of_difference(card, batch, at):
    out = StringIO()
    call_command("stock_check", stdout=out)
    assert "1 movements, 0 differences" in out.getvalue()
    StockBalance.objects.filter(account__kind="shelf").update(quantity=9)
    with pytest.raises(CommandError) as failed:
        call_command("stock_check", "--json", stdout=StringIO())
    assert failed.value.returncode == 1
    assert len(check()) == 2


def test_exactly_these_see_it(card, bureau_of_emergency, official, clerk, stranger):
    blind = [clerk, stranger, keeper("housing"), command(actors.OTHER_COUNTY), actors.actor(Role.VILLAGE_CLERK)]
    seeing = [keeper(), bureau_of_emergency, official, actors.actor(Role.CENTRE_OFFICER), actors.actor(Role.AUDITOR)]
    assert [one for one in [*seeing, *blind] if may(one, StockCard.view_capability, card)] == seeing
