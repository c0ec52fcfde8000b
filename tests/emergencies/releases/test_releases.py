"""Release orders: given by the department of emergency management alone, picked first-expiring, and never more than is there."""

from datetime import timedelta
from uuid import uuid4

import pytest

from emergencies.catalogue.models import StockItem
from emergencies.incidents.models import IncidentKind
from emergencies.incidents.services import report_incident
from emergencies.releases.enums import State
from emergencies.releases.models import ReleaseOrder
from emergencies.releases.services import check as check_orders
from emergencies.releases.services import order
from emergencies.releases.views import beside_incident
from emergencies.stockpiles.models import StockBalance, StockCard
from emergencies.stockpiles.services import check
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.emergencies.stock_makers import stock, warehouse
from tests.emergencies.stock_scenes import command, keeper, refuses_elsewhere

FACTS = {"basis": "防汛应急预案", "reason": "转移安置群众。"}


@pytest.fixture
def commander(offices):
    return command(actors.COUNTY)


@pytest.fixture
def sender(commander):
    return keeper()


@pytest.fixture
def house(sender, at):
    """Forty tents that expire late and ten that expire soon."""
    made = warehouse(actors.place(actors.COUNTY), office=sender.acting_post.office)
    stock(made, at, quantity=40, lot="late", expires_on=(at + timedelta(days=2000)).date())
    stock(made, at, quantity=10, lot="soon", expires_on=(at + timedelta(days=900)).date())
    return made


@pytest.fixture
def ordering(house, commander, clerk, at):
    facts = {**FACTS, "warehouse": house, "purpose": "use", "receiver": clerk.acting_post.office, "by": commander, "at": at}
    return lambda quantity=15, **more: order(
        **{**facts, "lines": [{"item": StockItem.objects.get(code="tent"), "quantity": quantity}], **more}
    )


def carry(made, *steps, sender, clerk, at):
    for name in steps:
        given = {"amounts": {}} if name == "receive" else {}
        made = engine.take(made, name, by=clerk if name == "receive" else sender, at=at, **given)
    return made


def lies(kind):
    return sum(StockBalance.objects.filter(account__kind=kind).values_list("quantity", flat=True))


def test_from_the_shelf_to_the_receiver_and_back(ordering, sender, clerk, at):
    made = carry(ordering(), "pick", sender=sender, clerk=clerk, at=at)
    assert {one.batch.lot: one.quantity for one in made.picks.select_related("batch")} == {"soon": 10, "late": 5}
    assert (StockCard.objects.get().on_hand, lies("picked"), check_orders()) == (35, 15, [])
    made = carry(made, "send", "receive", sender=sender, clerk=clerk, at=at)
    assert (made.state, lies("in_use")) == (State.RECEIVED, 15)
    back = {one.pk: 3 for one in made.picks.filter(quantity=5)}
    made = engine.take(made, "give_back", by=sender, at=at, amounts=back)
    with pytest.raises(engine.StepRefused, match="不能超过"):
        engine.take(made, "give_back", by=sender, at=at, amounts=back)
    made = engine.take(made, "close", by=sender, at=at)
    assert (made.state, StockCard.objects.get().on_hand, lies("consumed")) == (State.CLOSED, 38, 12)
    assert check() + check_orders() == []


def test_more_than_is_there_is_refused_and_nothing_moves(ordering, sender, at):
    with pytest.raises(engine.StepRefused, match="还差 1 顶"):
        engine.take(ordering(51), "pick", by=sender, at=at)
    assert (StockCard.objects.get().on_hand, lies("picked")) == (50, 0)


def test_what_has_expired_is_given_to_nobody_and_only_scrapped(house, ordering, sender, at):
    stock(house, at, quantity=30, lot="past", expires_on=(at - timedelta(days=1)).date())
    with pytest.raises(engine.StepRefused, match="还差 1 .*另有 30 .*已过期"):
        engine.take(ordering(51), "pick", by=sender, at=at)
    made = engine.take(ordering(50), "pick", by=sender, at=at)
    assert {one.batch.lot for one in made.picks.select_related("batch")} == {"soon", "late"}
    scrapped = engine.take(ordering(30, purpose="scrap"), "pick", by=sender, at=at)
    assert [one.batch.lot for one in scrapped.picks.select_related("batch")] == ["past"]


def test_withdrawn_it_goes_back_to_its_shelf(ordering, sender, commander, clerk, at):
    made = carry(ordering(), "pick", sender=sender, clerk=clerk, at=at)
    engine.take(made, "withdraw", by=commander, at=at, note="险情解除")
    assert (StockCard.objects.get().on_hand, lies("picked"), check() + check_orders()) == (50, 0, [])


def test_what_is_lost_on_the_way_is_explained(ordering, sender, clerk, at):
    made = carry(ordering(), "pick", "send", sender=sender, clerk=clerk, at=at)
    short = {one.pk: 4 for one in made.picks.filter(quantity=5)}
    with pytest.raises(engine.StepRefused, match="写明原因"):
        engine.take(made, "receive", by=clerk, at=at, amounts=short)
    engine.take(made, "receive", by=clerk, at=at, amounts=short, note="一顶途中损坏")
    assert (lies("in_use"), check() + check_orders()) == (14, [])


@pytest.mark.parametrize(("purpose", "kind"), [("rotate", "rotated"), ("scrap", "scrapped")])
def test_what_leaves_for_good_is_signed_for_by_its_keeper(purpose, kind, ordering, sender, at):
    made = carry(ordering(purpose=purpose), "pick", "send", "receive", "close", sender=sender, clerk=sender, at=at)
    assert (made.receiver, lies(kind), check() + check_orders()) == (None, 15, [])


def test_a_transfer_enters_the_other_shelf(ordering, sender, commander, house, at):
    other = warehouse(house.place, office=commander.acting_post.office)
    made = ordering(purpose="transfer", destination=other)
    made = carry(made, "pick", "send", "receive", sender=sender, clerk=commander, at=at)
    assert StockCard.objects.get(warehouse=other).on_hand == 15
    carry(made, "close", sender=sender, clerk=sender, at=at)
    assert check() + check_orders() == []


def test_nobody_else_gives_an_order(ordering):
    for other in (keeper(), command(actors.OTHER_COUNTY), actors.actor(Role.CENTRE_OFFICER)):
        with pytest.raises(engine.StepRefused, match="由应急管理部门下达"):
            ordering(by=other)
    assert ordering(by=command()).commander.place.code == actors.CITY


def test_an_order_for_use_has_hours_and_a_planned_one_days(ordering, at):
    terms = [Deadline.objects.of(ordering(purpose=purpose)).get().due_at - at for purpose in ("use", "rotate")]
    assert terms[0] == timedelta(hours=2)
    assert terms[1] > timedelta(days=4)


def test_the_same_form_twice_is_one_order(ordering):
    mark = uuid4()
    assert ordering(submission=mark) == ordering(submission=mark)


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, ordering, sender, at):
    refuses_elsewhere(ordering(), state, by=sender, at=at)


def test_exactly_these_see_it(ordering, sender, commander, clerk, official):
    blind = [keeper("housing"), actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), command(actors.OTHER_COUNTY)]
    made = ordering()
    asked = [sender, commander, clerk, official, *blind]
    assert [one for one in asked if may(one, ReleaseOrder.view_capability, made)] == asked[:4]
    for one in asked:
        assert ReleaseOrder.objects.visible_to(one, ReleaseOrder.view_capability).exists() == (one in asked[:4])


def test_the_command_board_shows_what_was_released(ordering, commander, clerk, official, at):
    facts = {"place": actors.place(actors.VILLAGE), "description": "河水漫过堤岸，需转移群众。"}
    incident = report_incident(at=at, by=clerk, kind=IncidentKind.objects.in_use().first(), **facts)
    assert beside_incident(incident, by=clerk) is None
    made = ordering(incident=incident)
    told = beside_incident(incident, by=commander)
    assert (told["rows"][0][1], incident.number in told["link"][1]) == (made.get_absolute_url(), True)
    assert beside_incident(incident, by=official)["link"] is None
