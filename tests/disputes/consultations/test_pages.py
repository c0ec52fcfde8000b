"""The pages of consultations, what stands on the complaint's page, and the page that should be empty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Complaint
from disputes.consultations.enums import State
from disputes.consultations.models import Consultation
from disputes.consultations.services import refer_overdue
from governance.deadlines.models import Deadline
from governance.people.enums import Role
from tests import actors
from tests.disputes.consultations.conftest import speak

LIST, WATCH = reverse("consultations_list"), reverse("consultations_watch")
HTMX = {"HTTP_HX_REQUEST": "true"}


def step_url(case, name):
    return reverse(f"{case.flow.procedure}_take_step", args=[case.number, name])


def page_of(client, case):
    answer = client.get(case.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def sent(client, case, name, headers, **typed):
    """Open a step's form, and send it."""
    assert client.get(step_url(case, name), **headers).status_code == 200
    answer = client.post(step_url(case, name), {"note": "职责有交叉，依据三定方案。", **typed}, **headers)
    assert answer.status_code == (200 if headers else 302), answer.context and answer.context["form"].errors


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_two_offices_agree_page_by_page(signed_in, dispatched, housing, health, headers):
    sent(signed_in(housing), dispatched, "ask_consultation", headers, offices=[health.acting_post.office_id])
    case = Consultation.objects.get()
    sent(signed_in(housing), case, "state", headers, stance="joint")
    assert "未表明意见" in page_of(signed_in(health), case)
    sent(signed_in(health), case, "state", headers, stance="ours")
    assert Complaint.objects.get().office == health.acting_post.office
    assert "可以协办" in page_of(signed_in(health), dispatched)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_centre_designates_page_by_page(signed_in, consultation, officer, clerk, housing, at, headers):
    sent(signed_in(officer), consultation, "invite", headers, offices=[clerk.acting_post.office_id])
    refer_overdue(at=at + timedelta(days=30))
    lead, helper = clerk.acting_post.office_id, housing.acting_post.office_id
    sent(signed_in(officer), consultation, "designate", headers, lead=lead, joint_offices=[helper])
    assert Consultation.objects.get().state == State.DESIGNATED
    assert "综治中心指定" in page_of(signed_in(clerk), Complaint.objects.get())


def test_who_is_to_be_asked_is_named_beside_the_field(signed_in, dispatched, housing):
    answer = signed_in(housing).post(step_url(dispatched, "ask_consultation"), {"note": "职责有交叉。"})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"offices"})
    assert "职责有交叉" in answer.content.decode()


def test_the_lead_does_not_help_itself(signed_in, consultation, officer, housing, at):
    refer_overdue(at=at + timedelta(days=30))
    office = housing.acting_post.office_id
    answer = signed_in(officer).post(step_url(consultation, "designate"), {"note": "依职责。", "lead": office, "joint_offices": [office]})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"joint_offices"})


def test_the_list_asks_who_has_still_to_speak(signed_in, consultation, housing, health, at):
    speak(consultation, housing, "ours", at)
    found = [len(signed_in(person).get(LIST, {"awaited": "mine"}).context["page"].rows) for person in (housing, health)]
    assert found == [0, 1]


def statements(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


def copies(case, count, **facts):
    """More rows like this one."""
    for number in range(count):
        case.pk, case.number = None, f"HS-20261123-{900 + number + Consultation.objects.count() + CoHandling.objects.count()}-1"
        for name, value in facts.items():
            setattr(case, name, value)
        case._state.adding = True
        case.save(force_insert=True)


def test_the_list_takes_the_same_statements_for_one_row_and_for_ten(signed_in, consultation, officer):
    client = signed_in(officer)
    one = statements(client, LIST + "?state=all")
    copies(Consultation.objects.get(), 9, state=State.CALLED_OFF, closed_at=timezone.now())
    assert statements(client, LIST + "?state=all") == one


def test_a_complaint_nobody_consulted_on_asks_nothing_for_it(signed_in, dispatched, operator):
    client = signed_in(operator)
    client.get(dispatched.get_absolute_url())
    with CaptureQueriesContext(connection) as caught:
        page_of(client, dispatched)
    asked = [query["sql"] for query in caught if "consultation" in query["sql"] or "cohandling" in query["sql"]]
    assert [sql for sql in asked if "governance_" not in sql] == []


def test_where_everything_is_in_order_the_watch_page_says_so(signed_in, filing, officer):
    filing(at=timezone.now())
    assert "没有无主、超期事项" in signed_in(officer).get(WATCH).content.decode()


@pytest.mark.parametrize(
    ("trouble", "facts", "why"),
    [
        ("nobodys", {"transfers": 1, "due_at": None}, "无主：收回后未重新派单"),
        ("nobodys", {"state": "consulting", "due_at": None}, "无主：会商中，主办单位未定"),
        ("late", {"due_at": timezone.now() - timedelta(hours=1)}, "派单超期：自"),
    ],
)
def test_what_is_nobody_s_or_late_stands_on_it_and_says_why(signed_in, complaint, officer, trouble, facts, why):
    Complaint.objects.update(**facts)
    Deadline.objects.of(complaint).update(due_at=timezone.now() - timedelta(hours=1))
    for query in ({}, {"trouble": trouble}):
        page = signed_in(officer).get(WATCH, query).content.decode()
        assert complaint.number in page
        assert why in page
    stranger = signed_in(actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY))
    assert complaint.number not in stranger.get(WATCH).content.decode()


def test_what_was_raised_names_the_centre_above(signed_in, complaint, officer, city_officer):
    Complaint.objects.update(raised_to=city_officer.acting_post.office, due_at=None)
    page = signed_in(city_officer).get(WATCH, {"trouble": "raised"})
    assert "提级至" in page.content.decode()
    assert [(place.code, count) for place, count in page.context["tally"]] == [(actors.COUNTY, 1)]


def test_the_desk_says_how_many(signed_in, complaint, officer):
    Complaint.objects.update(transfers=1)
    cards = signed_in(officer).get(reverse("desk")).context["cards"]
    assert [(card["count"], card["is_alarm"]) for card in cards if card["url"] == WATCH] == [(1, True)]


def test_the_watch_page_takes_the_same_statements_for_one_row_and_for_ten(signed_in, filing, officer):
    client = signed_in(officer)
    filing()
    one = statements(client, WATCH)
    for _number in range(9):
        filing()
    assert statements(client, WATCH) == one


@pytest.mark.parametrize("role", [Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.MEDIATOR, Role.ADMINISTRATOR])
def test_the_watch_page_is_for_centres_and_for_those_who_oversee(signed_in, offices, role):
    assert signed_in(actors.actor(role)).get(WATCH).status_code == 403
