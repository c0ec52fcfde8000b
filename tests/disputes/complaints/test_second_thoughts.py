"""What happens twice, or crosses what is under way: objections, extensions, dispatches taken back, cases reopened."""

from datetime import timedelta

import pytest

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from governance.cases.enums import OrderKind, OrderState
from governance.cases.models import WorkOrder
from governance.deadlines.models import Deadline, Extension
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.timeline.models import Event
from tests.disputes.complaints.test_flow import walk

LATER = timedelta(hours=3)


def names(case, user):
    return {step.name for step in engine.available(case, user)}


@pytest.fixture
def dispatched(complaint, operator, clerk, at):
    return walk(complaint, operator, clerk, at, until="dispatch")


@pytest.fixture
def asked(complaint, operator, clerk, at):
    handling = walk(complaint, operator, clerk, at, until="contact")
    return engine.take(handling, "ask_extension", by=clerk, at=at + LATER, note="需更换配件。", amount=7)


def test_a_rejected_objection_is_not_raised_again(dispatched, operator, clerk, at):
    engine.take(dispatched, "object", by=clerk, at=at + LATER, note="不属本单位。")
    back = engine.take(dispatched, "reject_objection", by=operator, at=at + 2 * LATER, note="请办理。")
    assert "object" not in names(back, clerk)
    with pytest.raises(engine.StepRefused):
        engine.take(back, "object", by=clerk, at=at + 2 * LATER, note="仍不属本单位。")


def test_another_dispatch_may_be_objected_to(dispatched, operator, clerk, at):
    engine.take(dispatched, "object", by=clerk, at=at + LATER, note="不属本单位。")
    back = engine.take(dispatched, "uphold_objection", by=operator, at=at + 2 * LATER, note="同意。")
    again = engine.take(back, "dispatch", by=operator, at=at + 3 * LATER, office=clerk.acting_post.office)
    assert "object" in names(again, clerk)


def test_whoever_decides_an_extension_reads_how_long_it_is(asked, operator, signed_in):
    page = signed_in(operator).get(asked.get_absolute_url()).content.decode()
    assert "申请延长“办理”7个工作日" in page
    assert "需更换配件。" in page


def test_a_reply_settles_an_extension_nobody_decided(asked, clerk, operator, at):
    replied = engine.take(asked, "reply", by=clerk, at=at + 2 * LATER, note="已更换配件。")
    assert replied.extension_asked is False
    assert Extension.objects.get().granted is False
    assert replied not in Complaint.objects.to_review()


def test_a_dispatch_is_taken_back_before_the_work_begins(dispatched, operator, clerk, at):
    back = engine.take(dispatched, "recall", by=operator, at=at + LATER, note="应由水务部门办理。")
    assert (back.state, back.office, back.transfers) == (State.CLASSIFIED, None, 1)
    assert set(Deadline.objects.of(back).still_open().values_list("term", flat=True)) == {"complaints.dispatch"}
    assert set(WorkOrder.objects.of(back).values_list("state", flat=True)) == {OrderState.WITHDRAWN}


def test_the_copy_ends_with_the_case(complaint, operator, clerk, at):
    closed = walk(complaint, operator, clerk, at)
    orders = WorkOrder.objects.of(closed)
    assert set(orders.values_list("kind", "state")) == {(OrderKind.LEAD, OrderState.DONE), (OrderKind.COPY, OrderState.DONE)}


def test_a_reopened_case_stands_on_a_new_order(complaint, operator, clerk, at):
    closed = walk(complaint, operator, clerk, at)
    engine.take(closed, "ask_reopening", by=RESIDENT, at=at + timedelta(days=1), note="又坏了。")
    reopened = engine.take(closed, "reopen", by=operator, at=at + timedelta(days=2), note="请重新处理。")
    order = WorkOrder.objects.of(reopened).standing().get()
    assert (order.state, order.office) == (OrderState.SIGNED, clerk.acting_post.office)
    assert order.due_at == Deadline.objects.of(reopened).still_open().get(term="complaints.handle").due_at


def test_the_timeline_tells_what_was_decided(complaint, operator, clerk, at, signed_in):
    closed = walk(complaint, operator, clerk, at)
    words = {event.kind: event.data.get("words") for event in Event.objects.of(closed)}
    assert ["承办单位", clerk.acting_post.office.name] in words["complaints.dispatch"]
    assert ["满意度", "满意"] in words["complaints.call_back"]
    engine.take(closed, "rate", by=RESIDENT, at=at + timedelta(days=1), solved="no", satisfaction="dissatisfied")
    page = signed_in(operator).get(closed.get_absolute_url()).content.decode()
    assert "满意度：满意" in page
    assert "满意度：不满意" in page
