"""Many at once: every row gets its own result, and nobody reaches further than one by one."""

import pytest
from django.urls import reverse

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from governance.cases.models import WorkOrder
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from tests import actors
from tests.disputes.complaints.test_flow import walk

BULK = reverse("complaints_bulk")


def press(client, action, *cases):
    return client.post(BULK, {"action": action, "selected": [case.number for case in cases], "confirmed": "1"})


def chosen(client, action, *cases):
    """What the first press shows, before anything is done."""
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


def test_before_anything_is_dispatched_the_rows_and_their_offices_are_shown(signed_in, operator, clerk, complaint):
    answer = chosen(signed_in(operator), "dispatch", complaint)
    assert f"派往{complaint.suggested_office.short_name}" in answer.content.decode()
    assert states(complaint) == [State.REGISTERED]


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


def confirm(client, action, *cases, **given):
    """Choose rows, and say what is asked between choosing and doing."""
    return client.post(BULK, {"action": action, "selected": [case.number for case in cases], "confirmed": "1", **given})


def dispatched(operator, clerk, case, at):
    return walk(case, operator, clerk, at, until="dispatch")


def told(answer):
    return {result["case"].pk: str(result["message"]) for result in answer.context["results"]}


def test_what_is_still_to_be_said_is_asked_first(signed_in, operator, clerk, filing):
    cases = [filing().complaint, filing().complaint]
    page = chosen(signed_in(operator), "transfer", *cases)
    assert page.context["cases"] == cases
    assert page.context["seen"] == [f"{case.number}:1" for case in cases]
    assert states(*cases) == [State.REGISTERED, State.REGISTERED]


def test_many_are_transferred_to_one_office_whatever_way_they_stand(signed_in, operator, clerk, filing, at):
    fresh, given, strange = filing().complaint, dispatched(operator, clerk, filing().complaint, at), filing(code=actors.OTHER_VILLAGE)
    village = actors.office(OfficeType.VILLAGE, actors.VILLAGE)
    answer = confirm(signed_in(operator), "transfer", fresh, given, strange.complaint, office=village.pk, note="属村（社区）事务。")
    assert results(answer) == {fresh.pk: True, given.pk: True, strange.complaint.pk: False}
    assert set(Complaint.objects.filter(pk__in=[fresh.pk, given.pk]).values_list("office", "state")) == {(village.pk, State.DISPATCHED)}
    assert "不承办该地点" in told(answer)[strange.complaint.pk]
    assert Complaint.objects.get(pk=given.pk).transfers == 1


def test_what_is_being_handled_is_not_transferred(signed_in, operator, clerk, complaint, at):
    case = walk(complaint, operator, clerk, at, until="contact")
    village = actors.office(OfficeType.VILLAGE, actors.VILLAGE)
    answer = confirm(signed_in(operator), "transfer", case, office=village.pk, note="改派。")
    assert "当前状态为“办理中”" in told(answer)[case.pk]
    assert Complaint.objects.get(pk=case.pk).office == clerk.acting_post.office


def test_a_transfer_needs_an_office_and_a_reason(signed_in, operator, clerk, complaint):
    answer = confirm(signed_in(operator), "transfer", complaint, office="", note=" ")
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"office", "note"}
    assert states(complaint) == [State.REGISTERED]


def test_a_row_that_moved_on_while_the_form_was_open_stays_as_it_is(signed_in, operator, clerk, filing, at):
    moved, still = filing().complaint, filing().complaint
    seen = [f"{case.number}:{case.version}" for case in (moved, still)]
    dispatched(operator, clerk, moved, at)
    village = actors.office(OfficeType.VILLAGE, actors.VILLAGE)
    answer = confirm(signed_in(operator), "transfer", moved, still, seen=seen, office=village.pk, note="改派。")
    assert results(answer) == {moved.pk: False, still.pk: True}
    assert "已有新的办理动作" in told(answer)[moved.pk]


def test_the_holding_office_is_pressed_once_a_day(signed_in, operator, clerk, filing, at):
    held, free = dispatched(operator, clerk, filing().complaint, at), filing().complaint
    client = signed_in(operator)
    first = confirm(client, "remind", held, free, note="群众多次来电。")
    assert results(first) == {held.pk: True, free.pk: False}
    assert Notice.objects.filter(recipient=clerk, title=f"催办 {held.number}").count() == 1
    assert "今天已经催办过" in told(confirm(client, "remind", held))[held.pk]
    assert Event.objects.of(held).filter(kind="complaints.remind").count() == 1


def test_it_may_be_pressed_again_the_next_day(operator, clerk, complaint, at):
    case = dispatched(operator, clerk, complaint, at)
    for day in range(2):
        engine.take(case, "remind", by=operator, at=at + actors.days(day))
    assert Event.objects.of(case).filter(kind="complaints.remind").count() == 2


def test_many_are_closed_where_the_flow_allows_it(signed_in, operator, clerk, filing, at):
    called, early = walk(filing().complaint, operator, clerk, at, until="call_back"), filing().complaint
    answer = press(signed_in(operator), "close", called, early)
    assert results(answer) == {called.pk: True, early.pk: False}
    assert states(called, early) == [State.CLOSED, State.REGISTERED]


def test_one_goes_back_to_the_list_as_it_was_filtered(signed_in, operator, complaint):
    answer = signed_in(operator).post(BULK, {"action": "dispatch", "selected": complaint.number, "back": "state=waiting"})
    assert answer.context["back_url"] == f"{reverse('complaints_list')}?state=waiting"
