"""我的一天: what is due, what waits, what changed, for every role, over all procedures."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disputes.complaints.models import Complaint
from governance.flow import engine
from governance.people.enums import Role
from governance.people.models import User
from governance.web.day import midnight
from governance.web.saved import SavedFilter
from tests import actors
from tests.disputes.complaints.test_flow import walk

DAY = reverse("day")


def numbers(client):
    due = client.get(DAY).context["due"]
    return {key: [row["number"] for row in due[key]] for key in ("late", "today", "tomorrow") if due[key]}


def due_at(case, moment):
    Complaint.objects.filter(pk=case.pk).update(due_at=moment)


@pytest.fixture
def held(operator, clerk, filing, at):
    """Complaints the clerk's office has to sign for."""
    return lambda: walk(filing().complaint, operator, clerk, at, until="dispatch")


def test_what_is_due_stands_under_its_day(signed_in, clerk, held):
    now, cases = timezone.now(), [held() for _count in range(5)]
    moments = (now - timedelta(hours=1), midnight(now, 1), midnight(now, 2), midnight(now, 2) + timedelta(hours=1), midnight(now, 9))
    for case, moment in zip(cases, moments, strict=True):
        due_at(case, moment)
    found = numbers(signed_in(clerk))
    assert found == {"late": [cases[0].number], "today": [cases[1].number], "tomorrow": [cases[2].number]}


def test_one_finds_what_the_own_post_can_do_next_and_nothing_else(signed_in, operator, clerk, held, filing):
    now = timezone.now()
    handled, fresh = held(), filing().complaint
    for case in (handled, fresh):
        due_at(case, now - timedelta(hours=1))
    assert numbers(signed_in(clerk)) == {"late": [handled.number]}
    assert numbers(signed_in(operator)) == {"late": [fresh.number]}
    assert numbers(signed_in(actors.actor(Role.VILLAGE_CLERK))) == {}
    assert numbers(signed_in(actors.actor(Role.AUDITOR))) == {}


def test_what_others_did_since_yesterday_is_told_once_for_each_case(signed_in, operator, clerk, filing):
    now = timezone.now()
    case = walk(filing(at=now - timedelta(hours=2)).complaint, operator, clerk, now - timedelta(hours=1), until="dispatch")
    changed = signed_in(clerk).get(DAY).context["changed"]
    assert [(row["event"].case_number, row["event"].label) for row in changed] == [(case.number, "派单")]
    assert changed[0]["more"] == 2
    engine.take(case, "sign", by=clerk, at=now)
    assert [row["event"].label for row in signed_in(operator).get(DAY).context["changed"]] == ["签收"]


def test_cases_out_of_reach_are_not_told_of(signed_in, operator, clerk, filing):
    walk(filing(at=timezone.now()).complaint, operator, clerk, timezone.now(), until="dispatch")
    stranger = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    assert signed_in(stranger).get(DAY).context["changed"] == []


def test_saved_filters_of_all_lists_stand_together(signed_in, operator):
    for name in ("complaints_list", "venues_list", "no_such_list"):
        SavedFilter.objects.create(user=operator, list_name=name, name="我的", query="due=late")
    found = signed_in(operator).get(DAY).context["filters"]
    assert [row["url"] for row in found] == [f"{reverse('complaints_list')}?due=late"]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT])
def test_every_post_has_a_day(signed_in, offices, complaint, role):
    page = signed_in(actors.actor(role)).get(DAY)
    assert page.status_code == 200
    assert "我的一天" in page.content.decode()


def test_a_resident_has_none(client, db):
    client.force_login(User.objects.create_user("resident", name="居民"), backend="governance.people.backends.PeopleBackend")
    assert client.get(DAY).headers["Location"] == reverse("home")


def statements(client):
    with CaptureQueriesContext(connection) as caught:
        client.get(DAY)
    return len(caught)


def test_ten_cases_cost_no_more_statements_than_one(signed_in, clerk, held):
    client = signed_in(clerk)
    due_at(held(), timezone.now())
    statements(client)
    one = statements(client)
    for _count in range(9):
        due_at(held(), timezone.now())
    assert statements(client) == one <= 115  # some two for each procedure the post can see


def test_the_keys_are_told_on_a_page_and_inside_a_dialog(signed_in, operator):
    client = signed_in(operator)
    assert "<html" in client.get(reverse("keys")).content.decode()
    assert "<html" not in client.get(reverse("keys"), HTTP_HX_REQUEST="true").content.decode()
