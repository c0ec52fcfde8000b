"""The worklist: what is due first, exactly what one may see, and the same few statements whatever it shows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disputes.complaints.models import Category, Complaint
from governance.flow import engine
from governance.people.enums import Role
from tests import actors

LIST = reverse("complaints_list")


def numbers(answer):
    return [row.number for row in answer.context["page"].rows]


def asked(client, **query):
    return numbers(client.get(LIST, query))


@pytest.fixture
def now_filing(filing):
    """Files complaints as of now, so that their clocks run."""
    return lambda **facts: filing(at=facts.pop("at", timezone.now()), **facts).complaint


def test_it_needs_a_sign_in(client):
    assert client.get(LIST).status_code == 302


def test_an_administrator_reads_no_complaints(signed_in, offices):
    assert signed_in(actors.actor(Role.ADMINISTRATOR)).get(LIST).status_code == 403


def test_what_is_due_first_stands_first(signed_in, operator, now_filing):
    later, sooner = now_filing(), now_filing()
    Complaint.objects.filter(pk=sooner.pk).update(due_at=later.due_at - timedelta(hours=2))
    assert asked(signed_in(operator)) == [sooner.number, later.number]


def test_what_has_ended_is_shown_only_when_asked_for(signed_in, operator, complaint):
    Complaint.objects.filter(pk=complaint.pk).update(state="withdrawn", closed_at=timezone.now())
    client = signed_in(operator)
    assert asked(client) == []
    assert asked(client, state="withdrawn") == asked(client, state="all") == [complaint.number]


@pytest.mark.parametrize(
    ("role", "code", "sees"),
    [
        (Role.TOWNSHIP_CLERK, actors.TOWNSHIP, True),
        (Role.VILLAGE_CLERK, actors.VILLAGE, True),
        (Role.CENTRE_OFFICER, actors.COUNTY, True),
        (Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP, False),
        (Role.VILLAGE_CLERK, actors.OTHER_VILLAGE, False),
        (Role.CENTRE_OFFICER, actors.OTHER_COUNTY, False),
        (Role.DEPARTMENT_HANDLER, actors.COUNTY, False),
    ],
)
def test_everyone_sees_exactly_their_own_reach(signed_in, complaint, role, code, sees):
    assert asked(signed_in(actors.actor(role, code))) == ([complaint.number] if sees else [])


def test_a_bureau_sees_what_was_handed_to_it(signed_in, complaint):
    handler = actors.actor(Role.DEPARTMENT_HANDLER)
    complaint.hand_to(handler.acting_post.office)
    complaint.save()
    assert asked(signed_in(handler)) == [complaint.number]


def test_chinese_words_and_numbers_are_found(signed_in, operator, filing):
    noise, lamp = filing().complaint, filing(description="巷口路灯不亮，夜里行走不便。").complaint
    client = signed_in(operator)
    assert asked(client, q="路灯") == [lamp.number]
    assert asked(client, q=noise.number) == [noise.number]
    assert asked(client, q="不存在的词") == []


def test_the_filters_say_what_they_find(signed_in, operator, filing):
    case = filing(kind="help", source="visit").complaint
    client = signed_in(operator)
    for name, right, wrong in [
        ("kind", "help", "report"), ("source", "visit", "letter"), ("state", "registered", "signed"), ("state", "waiting", "review"),
        ("category", case.category.parent.code, "zz"), ("place", actors.TOWNSHIP, actors.OTHER_TOWNSHIP), ("holder", "none", "mine"),
        ("since", "2026-11-23", "2026-11-24"), ("until", "2026-11-23", "2026-11-22"), ("urgency", case.urgency, "complex"),
    ]:  # fmt: skip
        assert asked(client, **{name: right}) == [case.number], name
        assert asked(client, **{name: wrong}) == [], name


def test_a_limit_is_late_or_near(signed_in, operator, now_filing):
    late, near, far = now_filing(), now_filing(), now_filing()
    for case, hours in ((late, -1), (near, 5), (far, 60)):
        Complaint.objects.filter(pk=case.pk).update(due_at=timezone.now() + timedelta(hours=hours))
    client = signed_in(operator)
    assert asked(client, due="late") == [late.number]
    assert asked(client, due="24") == asked(client, due="48") == [near.number]


def test_nonsense_in_the_address_is_left_out(signed_in, operator, complaint):
    answer = signed_in(operator).get(LIST, {"state": "nonsense", "since": "gestern", "page": "-3", "order": "password"})
    assert numbers(answer) == [complaint.number]
    assert answer.status_code == 200


def test_the_order_can_be_turned(signed_in, operator, filing, at):
    first, second = filing().complaint, filing(at=at + timedelta(hours=1)).complaint
    client = signed_in(operator)
    assert asked(client, order="opened_at") == [first.number, second.number]
    assert asked(client, order="-opened_at") == [second.number, first.number]


def test_a_page_holds_fifty_and_the_next_the_rest(signed_in, operator, filing):
    cases = [filing().complaint for _ in range(51)]
    client = signed_in(operator)
    shown = asked(client), asked(client, page=2)
    assert [len(part) for part in shown] == [50, 1]
    assert sorted(shown[0] + shown[1]) == sorted(case.number for case in cases)


def statements(client, **query):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(LIST, query).status_code == 200
    return len(caught)


@pytest.mark.parametrize("role", [Role.HOTLINE_OPERATOR, Role.CENTRE_OFFICER, Role.TOWNSHIP_CLERK, Role.AUDITOR])
def test_ten_rows_cost_no_more_statements_than_one(signed_in, offices, filing, role):
    client = signed_in(actors.actor(role))
    filing()
    statements(client)
    one = statements(client)
    for other in (actors.VILLAGE, actors.OTHER_VILLAGE, actors.TOWNSHIP) * 3:
        filing(code=other)
    assert statements(client) == one <= 12


def test_fifty_one_rows_and_a_filter_still_cost_no_more_than_twelve(signed_in, operator, filing):
    for _ in range(51):
        filing()
    client = signed_in(operator)
    assert statements(client, category="01", place=actors.COUNTY, page=2) <= 12
    assert statements(client, page=2) <= 12


def test_a_row_never_carries_contact_data(signed_in, operator, filing):
    filing(name="王小明", phone="13912345678")
    page = signed_in(operator).get(LIST).content.decode()
    assert "13912345678" not in page
    assert "王小明" not in page
    assert "139****5678" not in page


def test_what_waits_for_a_word_is_marked_and_listed(signed_in, operator, clerk, complaint, at):
    engine.take(complaint, "classify", by=operator, at=at, kind="complaint", category=complaint.category, urgency="normal")
    engine.take(complaint, "dispatch", by=operator, at=at, office=clerk.acting_post.office)
    engine.take(complaint, "sign", by=clerk, at=at)
    engine.take(complaint, "ask_extension", by=clerk, at=at, note="需采购配件。", amount=2)
    answer = signed_in(operator).get(LIST, {"state": "review"})
    assert numbers(answer) == [complaint.number]
    assert "待审延期" in answer.content.decode()


def test_the_places_offered_lead_downwards_from_the_own_office(signed_in, offices, complaint):
    client = signed_in(actors.actor(Role.CENTRE_OFFICER))
    page = client.get(LIST).context["filter"]["first"]
    offered = [value for value, _label, _chosen in next(field for field in page if field["name"] == "place")["options"]]
    assert actors.TOWNSHIP in offered
    assert actors.VILLAGE not in offered
    assert actors.OTHER_COUNTY not in offered


def test_nothing_found_says_so_with_a_way_on(signed_in, operator):
    page = signed_in(operator).get(LIST, {"q": "没有这样的词"}).content.decode()
    assert "没有符合条件的事项" in page
    assert 'href="?state=all"' in page


def test_the_category_offered_first_is_of_the_catalogue(signed_in, operator):
    page = signed_in(operator).get(LIST).context["filter"]["rest"]
    offered = next(field for field in page if field["name"] == "category")["options"]
    assert len(offered) == 1 + Category.objects.tops().count()
