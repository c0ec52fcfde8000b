"""Money follows the work: owed by township, paid, and received only when the receiver says so."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from grids.admission.models import Duty
from grids.funding import tasks
from grids.funding.enums import FINAL, State
from grids.funding.flow import FLOW
from grids.funding.indicators import DELIVERED
from grids.funding.models import Allotment, Payment
from grids.funding.services import open_year, open_years
from supervision.indicators.services import counts_of
from tests import actors
from tests.flows import allowed, elsewhere, meant_for
from tests.grids.admission.conftest import (  # noqa: F401
    admitted,
    applicant,
    application,
    applying,
    finance,
    moving,
    reviewed,
)

DAY = timedelta(days=1)


def stands(case):
    case = Allotment.objects.get(pk=case.pk)
    return case.state, case.received, case.paying


def test_each_township_is_owed_for_its_grids(opened, payer):
    owed = dict(Allotment.objects.values_list("receiver__place__code", "owed"))
    assert owed == {actors.TOWNSHIP: 600, actors.OTHER_TOWNSHIP: 300}
    assert set(Allotment.objects.values_list("office", flat=True)) == {payer.acting_post.office_id}


def test_a_year_is_opened_once(duty, opened, at):
    assert (opened, open_year(duty, at=at), open_years(at=at)) == (2, 0, 0)
    Duty.objects.filter(pk=duty.pk).update(in_force_until=date(2028, 1, 1))
    assert [open_years(at=at + 60 * DAY), open_years(at=at + 60 * DAY)] == [2, 0]
    assert set(Allotment.objects.values_list("year", flat=True)) == {2026, 2027}


def test_the_task_can_be_run_twice(duty, grids):
    tasks.open_years()
    count = Allotment.objects.count()
    tasks.open_years()
    assert Allotment.objects.count() == count


def test_admission_itself_opens_what_is_owed(grids, admitted):  # noqa: F811
    assert dict(Allotment.objects.values_list("grids", "owed")) == {2: 100, 1: 50}  # 300 a year, two months of it


def test_it_is_received_when_the_township_says_so(allotment, paying, receiving):
    paying(allotment, 200)
    assert stands(allotment) == (State.PAID, 0, 200)
    receiving(allotment, "confirm_part")
    assert stands(allotment) == (State.OWED, 200, 0)
    paying(allotment, 400)
    receiving(allotment, "confirm")
    assert stands(allotment) == (State.SETTLED, 600, 0)
    assert not Deadline.objects.of(allotment).running().exists()


def test_what_did_not_arrive_is_owed_still(allotment, paying, receiving, payer):
    paying(allotment, 600)
    receiving(allotment, "not_received", note="查无此款。")
    assert stands(allotment) == (State.OWED, 0, 0)
    assert Payment.objects.get().outcome == "not_received"
    assert Notice.objects.filter(rule="funding.not_received", recipient=payer).exists()


@pytest.mark.parametrize("amount", [0, 601])
def test_no_more_is_paid_than_is_owed(allotment, paying, amount):
    with pytest.raises(engine.StepRefused, match="尚欠"):
        paying(allotment, amount)


def test_only_the_receiver_confirms(allotment, paying, receiving):
    paying(allotment, 600)
    with pytest.raises(engine.StepRefused):
        receiving(allotment, "confirm", by=actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP))


def test_money_that_is_late_is_told_once(allotment, clerk, payer, at):
    for _ in range(2):
        sweep(at=at + 120 * DAY)
    assert Event.objects.of(allotment).filter(kind="deadline.lapsed").count() == 1
    assert Notice.objects.filter(rule="funding.late", recipient=payer).exists()
    assert Notice.objects.filter(rule="funding.late_receiver", recipient=clerk).count() == 1


def test_who_presses_does_so_once_a_day(allotment, clerk, at):
    engine.take(allotment, "remind", by=clerk, at=at)
    with pytest.raises(engine.StepRefused, match="每天"), transaction.atomic():
        engine.take(Allotment.objects.get(pk=allotment.pk), "remind", by=clerk, at=at)


def test_the_leading_group_may_lower_it_with_a_reason(allotment, decider, paying, receiving, at):
    paying(allotment, 200)
    receiving(allotment, "confirm_part")
    with pytest.raises(engine.StepRefused, match="大于"), transaction.atomic():
        engine.take(Allotment.objects.get(pk=allotment.pk), "adjust", by=decider, at=at, note="网格合并。", owed=200)
    engine.take(Allotment.objects.get(pk=allotment.pk), "adjust", by=decider, at=at, note="网格合并。", owed=500)
    corrected = Allotment.objects.get(pk=allotment.pk)
    assert (corrected.outstanding, corrected.is_corrected) == (300, True)


@pytest.mark.parametrize(("paid", "state", "owed"), [(0, State.OWED, 100), (100, State.SETTLED, 100)])
def test_a_duty_that_left_owes_for_its_months(duty, grids, at, paying, receiving, paid, state, owed, settled_until):
    open_year(duty, at=at)
    allotment = Allotment.objects.get(receiver__place__code=actors.TOWNSHIP)
    if paid:
        paying(allotment, paid)
        receiving(allotment, "confirm_part")
    settled_until(duty, date(2026, 3, 1))
    allotment.refresh_from_db()
    assert (allotment.state, allotment.owed) == (state, owed)
    assert not allotment.is_corrected  # the months on its page are those it is owed for


def test_the_figure_adds_up_yuan(allotment, paying, receiving):
    paying(allotment, 200)
    receiving(allotment, "confirm_part")
    counts = counts_of([DELIVERED], Allotment.objects.all())[DELIVERED.code]
    assert counts == {actors.TOWNSHIP: (200, 600, 0), actors.OTHER_TOWNSHIP: (0, 300, 0)}


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, allotment, payer, at):
    Allotment.objects.filter(pk=allotment.pk).update(state=state, closed_at=at if state in FINAL else None)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(allotment, step.name, by=payer, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(allotment).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, allotment):
    person = actors.actor(role)
    allotment.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, allotment) == meant_for(FLOW, role)
