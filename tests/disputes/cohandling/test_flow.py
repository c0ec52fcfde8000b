"""Co-handling: each office its own order and limit, reports to the lead, and one answer for all."""

from datetime import timedelta

import pytest
from django.db import transaction

from disputes.cohandling.enums import FINAL, State
from disputes.cohandling.flow import FLOW
from disputes.cohandling.models import CoHandling
from disputes.cohandling.permissions import VIEW
from disputes.complaints.models import Complaint
from governance.cases.enums import OrderKind
from governance.cases.models import WorkOrder
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.flows import allowed, elsewhere, meant_for

DAY = timedelta(days=1)


def orders(complaint):
    return list(WorkOrder.objects.of(complaint).filter(kind=OrderKind.JOINT).values_list("state", flat=True))


def take(case, name, by, at, **given):
    return engine.take(case, name, by=by, at=at, note=given.pop("note", "说明。"), **given)


def test_a_co_handler_gets_an_order_and_a_limit_of_its_own(part, helper):
    order = WorkOrder.objects.of(part.complaint).get(kind=OrderKind.JOINT)
    clock = Deadline.objects.of(part).get(term="cohandling.report")
    assert (order.office, order.due_at, order.citation) == (helper.acting_post.office, clock.due_at, clock.limit.citation)
    assert clock.office == helper.acting_post.office
    assert (Complaint.objects.get().is_joint, part.office) == (True, helper.acting_post.office)


def test_the_lead_s_order_comes_first_and_both_stand(part, lead, helper):
    standing = WorkOrder.objects.of(part.complaint).standing().exclude(kind=OrderKind.COPY).values_list("serial", "kind", "office")
    assert list(standing) == [(1, "lead", lead.acting_post.office_id), (standing[1][0], "joint", helper.acting_post.office_id)]


def test_the_lead_answers_after_it_heard_all(handling, part, lead, helper, at):
    with pytest.raises(engine.StepRefused, match="尚未反馈"):
        take(handling, "reply", lead, at)
    take(part, "sign", helper, at)
    take(part, "report", helper, at, note="已清理渣土。")
    assert take(handling, "reply", lead, at).state == "replied"
    assert (CoHandling.objects.get().report, orders(handling), verify().broken) == ("已清理渣土。", ["done"], None)


def test_or_has_said_why_it_does_not_wait(handling, part, lead, at):
    with pytest.raises(engine.StepRefused, match="说明"):
        engine.take(part, "waive", by=lead, at=at)
    take(part, "waive", lead, at, note="反映人要求先答复。")
    assert take(handling, "reply", lead, at).state == "replied"
    assert orders(handling) == ["withdrawn"]


def test_a_thin_report_is_sent_back_with_a_new_limit(handling, part, lead, helper, at):
    take(part, "sign", helper, at)
    take(part, "report", helper, at)
    take(part, "send_back", lead, at + DAY, note="请附整改时间。")
    assert Deadline.objects.of(part).running().get().term == "cohandling.report"
    assert orders(handling) == ["signed"]
    take(part, "report", helper, at + DAY)
    assert CoHandling.objects.get().state == State.REPORTED


def test_lead_and_helper_do_not_act_for_one_another(part, lead, helper, at):
    for person, name in ((lead, "sign"), (helper, "waive")):
        with pytest.raises(engine.StepRefused):
            take(part, name, person, at)


@pytest.mark.parametrize(("step", "by"), [("recall", "operator"), ("withdraw", None)])
def test_it_ends_with_the_complaint(complaint, part, operator, at, step, by):
    take(Complaint.objects.get(), step, operator if by else RESIDENT, at)
    assert (CoHandling.objects.get().state, orders(complaint)) == (State.ENDED, ["withdrawn"])


def test_others_may_be_added_once_each(part, operator, clerk, at):
    office = clerk.acting_post.office
    take(Complaint.objects.get(), "add_joint_offices", operator, at, joint_offices=[office])
    assert CoHandling.objects.count() == 2
    with pytest.raises(engine.StepRefused, match="已经在协办"):
        take(Complaint.objects.get(), "add_joint_offices", operator, at, joint_offices=[office])


def test_a_late_report_is_the_co_handler_s_own_and_told_to_both(part, lead, helper, at):
    sweep(at=at + 30 * DAY)
    lapsed = Event.objects.of(part).filter(kind="deadline.lapsed", data__term="cohandling.report").get()
    assert lapsed.data["office"] == helper.acting_post.office_id
    told = Notice.objects.filter(rule__startswith="cohandling.lapsed").values_list("rule", "recipient")
    assert set(told) == {("cohandling.lapsed", helper.pk), ("cohandling.lapsed_for_lead", lead.pk)}


def test_who_sees_it_and_who_must_not(part, lead, helper, operator, clerk):
    blind = [actors.actor(Role.DEPARTMENT_HANDLER, trade="water"), actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)]
    assert [CoHandling.objects.visible_to(person, VIEW).exists() for person in (lead, helper, operator, clerk)] == [True] * 4
    assert [CoHandling.objects.visible_to(person, VIEW).exists() for person in blind] == [False] * 2


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, part, helper, at):
    facts = {"closed_at": at, "report": "已办。", "reported_at": at} if state in FINAL else {}
    CoHandling.objects.filter(pk=part.pk).update(state=state, **facts)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(part, step.name, by=helper, at=at, note="说明")
    assert Event.objects.of(part).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, part):
    person = actors.actor(role)
    part.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, part) == meant_for(FLOW, role)
