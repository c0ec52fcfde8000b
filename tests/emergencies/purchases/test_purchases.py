"""The yearly purchase plan: need less stock is what is bought; agreed, approved by another, and filled by what arrives."""

from datetime import date

import pytest
from django.urls import reverse

from emergencies.purchases.enums import State
from emergencies.purchases.models import PurchasePlan
from emergencies.purchases.services import draft, note_arrival
from emergencies.stockpiles.models import StockCard
from emergencies.stockpiles.services import set_need
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import Role
from governance.people.models import Office
from tests import actors
from tests.emergencies.stock_makers import stock, warehouse
from tests.emergencies.stock_scenes import command, keeper, refuses_elsewhere, statements


@pytest.fixture
def planner(offices):
    return command(actors.COUNTY)


@pytest.fixture
def house(planner, at):
    """A need of 100 masks, 60 there, 20 of them to be rotated within the year."""
    made = warehouse(actors.place(actors.COUNTY), office=keeper().acting_post.office)
    stock(made, at, item="mask-n95", quantity=20, expires_on=date(at.year + 1, 3, 1))
    stock(made, at, item="mask-n95", quantity=40, lot="P2", expires_on=date(at.year + 2, 12, 1))
    set_need(StockCard.objects.get(), 100, by=planner, at=at, note="储备规划")
    return made


@pytest.fixture
def plan(house, planner, at):
    return draft(year=at.year, by=planner, at=at)


def test_need_less_stock_is_what_is_bought(plan):
    line = plan.lines.get()
    assert (line.need, line.stock, line.leaving, line.proposed, line.amount) == (100, 60, 20, 60, 60)


def test_a_year_has_one_plan(plan, planner, at):
    with pytest.raises(engine.StepRefused, match="已经编制"):
        draft(year=at.year, by=planner, at=at)
    engine.take(plan, "withdraw", by=planner, at=at, note="重新测算")
    assert draft(year=at.year, by=planner, at=at).state == State.DRAFTED


def test_another_amount_is_explained(plan, planner, at):
    amounts = {plan.lines.get().pk: 80}
    with pytest.raises(engine.StepRefused, match="说明理由"):
        engine.take(plan, "adjust", by=planner, at=at, amounts=amounts)
    engine.take(plan, "adjust", by=planner, at=at, amounts=amounts, note="流感季增储")
    assert plan.lines.get().amount == 80


def test_it_is_agreed_by_the_departments_concerned_and_approved_by_another(plan, planner, at):
    health, colleague = keeper(), command(actors.COUNTY)
    plan = engine.take(plan, "circulate", by=planner, at=at)
    assert plan.awaited_ids == [health.acting_post.office_id]
    with pytest.raises(engine.StepRefused, match="没有会签"):
        engine.take(plan, "approve", by=colleague, at=at)
    plan = engine.take(plan, "concur", by=health, at=at)
    with pytest.raises(engine.StepRefused, match="编制人不能"):
        engine.take(plan, "approve", by=planner, at=at)
    plan = engine.take(plan, "approve", by=colleague, at=at)
    assert Deadline.objects.of(plan).still_open().get().due_at.year == at.year
    note_arrival(plan, {plan.lines.get().item_id: 25})
    assert plan.lines.get().left == 35


def test_a_department_with_no_office_here_is_asked_on_paper(signed_in, plan, planner, at):
    Office.objects.filter(trade="health").update(active=False)
    assert "书面征求意见" in signed_in(planner).get(plan.get_absolute_url()).content.decode()
    plan = engine.take(engine.take(plan, "circulate", by=planner, at=at), "approve", by=command(actors.COUNTY), at=at)
    assert "书面征求意见" not in signed_in(planner).get(plan.get_absolute_url()).content.decode()


def test_an_objection_brings_it_back(plan, planner, at):
    circulated = engine.take(plan, "circulate", by=planner, at=at)
    back = engine.take(circulated, "object", by=keeper(), at=at, note="减少口罩")
    assert (back.state, back.awaited_ids) == (State.DRAFTED, [])


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, plan, planner, at):
    refuses_elsewhere(plan, state, by=planner, at=at, approved_at=at)


def test_exactly_these_see_it(plan, planner, official, clerk):
    asked = [planner, official, actors.actor(Role.CENTRE_OFFICER), keeper(), clerk, command(actors.OTHER_COUNTY)]
    assert [one for one in asked if may(one, PurchasePlan.view_capability, plan)] == asked[:3]


def test_the_pages(signed_in, plan, planner, at):
    client = signed_in(planner)
    for name in ("list", "create", "export"):
        assert client.get(reverse(f"purchases_{name}")).status_code == 200
    page = client.get(plan.get_absolute_url()).content.decode()
    assert "医用防护口罩" in page
    assert client.get(reverse("purchases_lines", args=[plan.number])).status_code == 200
    step = f"{plan.get_absolute_url()}adjust/"
    line = plan.lines.get()
    assert client.post(step, {f"amount_{line.pk}": "-3"}).status_code == 422
    assert client.post(step, {f"amount_{line.pk}": "70", "note": "增储", "version": plan.version}).status_code == 302
    assert "已经编制" in client.post(reverse("purchases_create"), {"year": at.year}).content.decode()


def test_others_are_told_who_draws_it_up(signed_in, house):
    assert signed_in(keeper()).get(reverse("purchases_create")).url == reverse("purchases_list")


def test_one_row_and_more_cost_the_same(signed_in, plan, planner, at):
    first = statements(signed_in(planner), "purchases_list")
    for year in (2030, 2031, 2032):
        draft(year=year, by=planner, at=at)
    assert statements(signed_in(planner), "purchases_list") == first
