"""Many at once: every row gets its own result, and nobody reaches further than one by one."""

import pytest
from django.urls import reverse

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from governance.cases.models import WorkOrder
from governance.people.enums import Role
from tests import actors

BULK = reverse("complaints_bulk")


def press(client, action, *cases):
    return client.post(BULK, {"action": action, "selected": [case.number for case in cases]})


def states(*cases):
    return [Complaint.objects.get(pk=case.pk).state for case in cases]


def results(answer):
    return {result["case"].pk: result["done"] for result in answer.context["results"]}


def test_chosen_rows_go_to_their_suggested_offices(signed_in, operator, clerk, filing):
    cases = [filing().complaint, filing().complaint]
    answer = press(signed_in(operator), "dispatch", *cases)
    assert states(*cases) == [State.DISPATCHED, State.DISPATCHED]
    assert all(results(answer).values())
    assert "已派给" in answer.content.decode()


def test_the_clerk_signs_for_all_at_once(signed_in, operator, clerk, filing):
    cases = [filing().complaint, filing().complaint]
    press(signed_in(operator), "dispatch", *cases)
    press(signed_in(clerk), "sign", *cases)
    assert states(*cases) == [State.SIGNED, State.SIGNED]
    assert WorkOrder.objects.filter(signed_by=clerk).count() == 2


def test_one_that_cannot_move_stops_none_of_the_others(signed_in, operator, filing, at):
    stuck, free = filing().complaint, filing().complaint
    Complaint.objects.filter(pk=stuck.pk).update(state=State.WITHDRAWN, closed_at=at)
    answer = press(signed_in(operator), "dispatch", stuck, free)
    assert results(answer) == {stuck.pk: False, free.pk: True}
    assert "当前状态为“已撤回”" in answer.content.decode()


def test_without_a_suggestion_a_row_stays_as_it_was(signed_in, operator, complaint):
    Complaint.objects.filter(pk=complaint.pk).update(suggested_office=None, state=State.CLASSIFIED)
    answer = press(signed_in(operator), "dispatch", complaint)
    assert results(answer) == {complaint.pk: False}
    assert states(complaint) == [State.CLASSIFIED]


def test_rows_out_of_reach_are_not_touched(signed_in, complaint):
    stranger = actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY)
    assert results(press(signed_in(stranger), "dispatch", complaint)) == {}
    assert states(complaint) == [State.REGISTERED]


@pytest.mark.parametrize(("role", "action"), [(Role.TOWNSHIP_CLERK, "dispatch"), (Role.AUDITOR, "sign"), (Role.TOWNSHIP_CLERK, "close")])
def test_an_action_one_does_not_hold_leads_back_to_the_list(signed_in, complaint, role, action):
    answer = press(signed_in(actors.actor(role)), action, complaint)
    assert answer.headers["Location"] == reverse("complaints_list")
    assert states(complaint) == [State.REGISTERED]


def test_nothing_chosen_says_so(signed_in, operator):
    assert "没有选中任何事项" in press(signed_in(operator), "dispatch").content.decode()
