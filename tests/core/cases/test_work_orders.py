"""派单: one lead at a time, with the limit printed on it."""

import pytest
from django.db import IntegrityError, transaction

from governance.cases.enums import OrderKind, OrderState
from governance.cases.models import WorkOrder
from governance.cases.services import end_orders, issue_order, sign_order
from governance.deadlines.models import Deadline
from governance.people.enums import OfficeType
from tests import actors
from tests.core.deadlines.conftest import dispatched

pytestmark = pytest.mark.django_db


@pytest.fixture
def township(offices):
    return offices[OfficeType.TOWNSHIP, actors.TOWNSHIP]


@pytest.fixture
def centre(offices):
    return offices[OfficeType.CENTRE, actors.COUNTY]


def orders(case, **wanted):
    return list(WorkOrder.objects.of(case).filter(**wanted).order_by("serial").values_list("serial", "state"))


def test_a_dispatch_prints_the_limit_and_its_source_on_the_order(complaint, operator, township, at):
    case = dispatched(complaint, operator, township, at=at)
    order = WorkOrder.objects.of(case).get(kind=OrderKind.LEAD)
    handle = Deadline.objects.of(case).select_related("limit").get(term="complaints.handle")
    assert (order.office, order.due_at, order.citation) == (township, handle.due_at, handle.limit.citation)
    assert order.number == f"{case.number}-P1"


def test_what_goes_straight_to_a_township_is_copied_to_its_county(complaint, operator, township, centre, at):
    case = dispatched(complaint, operator, township, at=at)
    copy = WorkOrder.objects.of(case).get(kind=OrderKind.COPY)
    assert (copy.office, copy.serial) == (centre, 2)


def test_a_new_lead_order_withdraws_the_one_that_stands(complaint, operator, township, centre, at):
    issue_order(complaint, township, by=operator, at=at)
    issue_order(complaint, centre, by=operator, at=at)
    assert orders(complaint, kind=OrderKind.LEAD) == [(1, OrderState.WITHDRAWN), (2, OrderState.ISSUED)]


def test_what_was_signed_for_went_on_and_was_not_taken_back(complaint, operator, township, centre, at):
    for office, signed in ((township, True), (centre, False), (township, False)):
        issue_order(complaint, office, by=operator, at=at, signed=signed)
    assert [order.state_label for order in WorkOrder.objects.of(complaint).order_by("serial")] == ["已转出", "已收回", "待签收"]


def test_a_copy_leaves_the_lead_order_standing(complaint, operator, township, centre, at):
    issue_order(complaint, township, by=operator, at=at)
    issue_order(complaint, centre, by=operator, at=at, kind=OrderKind.COPY)
    assert orders(complaint) == [(1, OrderState.ISSUED), (2, OrderState.ISSUED)]


def test_the_lead_signs_and_both_orders_end_with_the_case(complaint, operator, clerk, township, centre, at):
    issue_order(complaint, township, by=operator, at=at)
    issue_order(complaint, centre, by=operator, at=at, kind=OrderKind.COPY)
    sign_order(complaint, by=clerk, at=at)
    end_orders(complaint, OrderState.DONE, at=at)
    lead = WorkOrder.objects.of(complaint).get(kind=OrderKind.LEAD)
    assert (lead.state, lead.signed_by, lead.signed_at, lead.ended_at) == (OrderState.DONE, clerk, at, at)
    assert orders(complaint, kind=OrderKind.COPY) == [(2, OrderState.DONE)]


def test_an_ended_order_is_not_ended_again(complaint, operator, township, at):
    issue_order(complaint, township, by=operator, at=at)
    end_orders(complaint, OrderState.RETURNED, at=at)
    end_orders(complaint, OrderState.WITHDRAWN, at=at)
    assert orders(complaint) == [(1, OrderState.RETURNED)]


def test_the_database_refuses_two_standing_leads(complaint, operator, township, at):
    order = issue_order(complaint, township, by=operator, at=at)
    order.pk, order.serial = None, 2
    with pytest.raises(IntegrityError, match="order_one_lead"), transaction.atomic():
        order.save(force_insert=True)


def test_orders_of_another_case_are_left_alone(filing, operator, township, at):
    one, other = filing().complaint, filing().complaint
    for case in (one, other):
        issue_order(case, township, by=operator, at=at)
    end_orders(one, OrderState.DONE, at=at)
    assert orders(other) == [(1, OrderState.ISSUED)]


def test_a_case_stays_visible_to_every_office_it_was_handed_to(complaint, township, centre):
    complaint.hand_to(township)
    complaint.hand_to(centre)
    complaint.hand_to(township)
    assert complaint.office == township
    assert complaint.office_ids[-2:] == [township.pk, centre.pk]
