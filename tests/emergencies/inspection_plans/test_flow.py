"""A plan is settled by a second person, drawn by a number nobody knew, and ends when everything was inspected."""

from datetime import timedelta

import pytest

from emergencies.checklists.models import CheckList, PremisesKind
from emergencies.inspection_plans.enums import State
from emergencies.inspection_plans.flow import FLOW
from emergencies.inspection_plans.models import InspectionPlan, Lot
from emergencies.inspection_plans.rules import digest_of, drawn, seed_of
from emergencies.inspection_plans.services import draft
from emergencies.inspections.models import Inspection
from emergencies.premises.models import Premises
from governance.access.scope import who_may
from governance.deadlines.models import Deadline
from governance.flow import engine
from tests import actors
from tests.emergencies.makers import entered
from tests.emergencies.people import someone

NUMBER = "03 11 19 22 27 30 08"


@pytest.fixture
def pair(offices):
    return someone(), someone()


@pytest.fixture
def pool(pair, at):
    place = actors.place(actors.VILLAGE)
    return [entered(place, at, name=f"面馆{serial}", is_key=serial == 0) for serial in range(6)]


@pytest.fixture
def plan(pair, pool, at):
    day = at.date()
    return draft(
        at=at, by=pair[0], title="餐饮场所燃气检查", checklist=CheckList.objects.get(code="gas_restaurant"), inspectors=pair,
        kinds=PremisesKind.objects.filter(code="restaurant"), area=actors.place(actors.TOWNSHIP), begins=day, ends=day + timedelta(days=30),
        count=2, takes_key=True, draws_at=at + timedelta(days=1), seed_source="福利彩票双色球开奖号码",
    )  # fmt: skip


@pytest.fixture
def announced(plan, pair, at):
    return engine.take(plan, "announce", by=pair[1], at=at)


@pytest.fixture
def drawn_plan(announced, pair, at):
    return engine.take(announced, "draw", by=pair[0], at=at + timedelta(days=2), public_number=NUMBER)


def test_the_drafter_does_not_settle_the_own_plan(plan, pair, at):
    with pytest.raises(engine.StepRefused, match="拟定人"):
        engine.take(plan, "announce", by=pair[0], at=at)
    assert not Lot.objects.exists()


def test_the_pool_is_settled_before_anybody_knows_the_number(announced, pool):
    assert announced.digest == digest_of(one.number for one in pool)
    assert (announced.pool_size, announced.seed) == (6, "")
    assert not Lot.objects.exclude(rank="").exists()


def test_nothing_is_drawn_before_its_time(announced, pair, at):
    with pytest.raises(engine.StepRefused, match="后才能办理"):
        engine.take(announced, "draw", by=pair[0], at=at, public_number=NUMBER)


def test_what_comes_after_the_announcement_is_not_in_the_pool(announced, pair, at):
    entered(actors.place(actors.VILLAGE), at, name="新开的面馆")
    moved = engine.take(announced, "draw", by=pair[0], at=at + timedelta(days=2), public_number=NUMBER)
    assert moved.lots.count() == 6


def test_everybody_comes_to_the_same_lots(drawn_plan, pool):
    seed = seed_of(drawn_plan.number, digest_of(one.number for one in pool), NUMBER)
    always = [one.number for one in pool if one.is_key]
    assert drawn_plan.seed == seed
    assert {lot.number for lot in drawn_plan.lots.filter(drawn=True)} == {*drawn(seed, [one.number for one in pool], 2, always=always)}
    assert drawn_plan.total == 3


def test_each_lot_is_an_inspection_by_two_until_the_plan_ends(drawn_plan, pair):
    made = Inspection.objects.filter(plan=drawn_plan)
    assert made.count() == 3
    assert all(one.inspector_ids == {person.pk for person in pair} for one in made)
    assert {one.due_at for one in made} == {Deadline.objects.of(drawn_plan).get(term="inspection_plans.finish").due_at}


def test_it_ends_when_nothing_is_left(drawn_plan, pair, at):
    later = at + timedelta(days=3)
    with pytest.raises(engine.StepRefused, match="还有 3 处"):
        engine.take(drawn_plan, "end", by=pair[0], at=later, note="完成。")
    for one in Inspection.objects.filter(plan=drawn_plan):
        engine.take(one, "excuse", by=pair[0], at=later, note="已停业。")
    plan = InspectionPlan.objects.get(pk=drawn_plan.pk)
    assert engine.take(plan, "end", by=pair[0], at=later, note="全部检查。").state == State.ENDED


def test_a_plan_without_a_pool_is_not_announced(plan, pair, at):
    Premises.objects.update(active=False)
    with pytest.raises(engine.StepRefused, match="没有这些类型"):
        engine.take(plan, "announce", by=pair[1], at=at)


def test_who_sees_a_plan(plan, pair, clerk, official, manager):
    seen = who_may(InspectionPlan.view_capability, plan)
    assert {*pair, clerk, official} <= {*seen}
    assert manager not in seen


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_in_every_state_that_is_not_its_own(plan, pair, at, step, state):
    if state in step.source:
        return
    plan.state = state
    with pytest.raises(engine.StepRefused):
        engine._check(plan, step, by=pair[1], at=at, note="说明", version=None, given=dict.fromkeys(step.fields))
