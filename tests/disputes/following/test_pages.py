"""The clerk's pages: what may be the same, what follows, where many report the same; and who may see or do what there."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from disputes.complaints.permissions import DISPATCH
from disputes.following import tasks
from disputes.following.models import Cluster, ClusterRule
from disputes.following.services import find_clusters
from governance.people.enums import OfficeType, Role
from tests import actors

HTMX = {"HTTP_HX_REQUEST": "true"}


def similar_url(case):
    return reverse("following_similar", args=[case.number])


def test_similar_ones_are_listed_and_the_chosen_ones_follow(signed_in, operator, lead, twin):
    others, far = [twin(phone=f"1391111222{n}").complaint for n in range(2)], twin(code=actors.OTHER_TOWNSHIP).complaint
    client = signed_in(operator)
    page = client.get(similar_url(lead))
    assert {row.number for row in page.context["rows"]} == {other.number for other in others}
    answer = client.post(similar_url(lead), {"others": [others[0].number], "numbers": far.number.lower(), "note": "同一件事。"})
    assert answer.context["done"] == 2
    assert set(Complaint.objects.filter(merged_into=lead)) == {others[0], far}


@pytest.mark.parametrize(
    "typed", [{"note": "同一件事。"}, {"numbers": "HS-20200101-000001-1", "note": "同"}, {"numbers": "", "others": ["x"]}]
)
def test_wrong_input_is_told_and_kept(signed_in, operator, lead, twin, typed):
    twin()
    answer = signed_in(operator).post(similar_url(lead), typed)
    assert (answer.status_code, Complaint.objects.filter(state=State.MERGED).exists()) == (422, False)
    assert typed.get("note", "") in answer.content.decode()


def test_who_handles_sees_what_is_similar_and_merges_nothing(signed_in, clerk, lead, twin):
    other, client = twin().complaint, signed_in(clerk)
    page = client.get(similar_url(lead), **HTMX)
    assert other.number in page.content.decode()
    assert page.context["form"] is None
    assert client.post(similar_url(lead), {"others": [other.number], "note": "x"}).status_code == 404


def test_the_step_asks_for_a_number_within_reach(signed_in, operator, lead, twin):
    other, client = twin().complaint, signed_in(operator)
    url = reverse("complaints_take_step", args=[other.number, "merge"])
    assert client.post(url, {"merged_into": "HS-1", "note": "同一件事。"}).status_code == 422
    assert client.post(url, {"merged_into": lead.number, "note": "同一件事。"}).status_code == 302
    assert Complaint.objects.get(pk=other.pk).merged_into == lead


def test_the_step_says_why_a_complaint_cannot_lead(signed_in, operator, lead, twin, merge):
    follower, other, client = merge(twin().complaint, lead), twin(phone="13911113333").complaint, signed_in(operator)
    url = reverse("complaints_take_step", args=[other.number, "merge"])
    for number, why in ((other.number, "不能并入自身"), (follower.number, "已并入其他诉求")):
        answer = client.post(url, {"merged_into": number, "note": "同一件事。"})
        assert (answer.status_code, why in answer.content.decode()) == (422, True)


def test_what_is_said_of_an_office_leads_nobody(signed_in, operator, offices, lead, twin):
    Complaint.objects.filter(pk=lead.pk).update(against=offices[OfficeType.TOWNSHIP, actors.TOWNSHIP])
    other = twin().complaint
    page = signed_in(operator).post(similar_url(lead), {"others": [], "numbers": other.number, "note": "同一件事。"})
    assert "不能作为主件" in page.content.decode()
    assert not Complaint.objects.filter(state=State.MERGED).exists()


def test_both_pages_tell_of_it(signed_in, operator, lead, twin, merge):
    follower, client = merge(twin().complaint, lead), signed_in(operator)
    assert follower.number in client.get(lead.get_absolute_url()).content.decode()
    assert lead.number in client.get(follower.get_absolute_url()).content.decode()
    shown = client.get(reverse("complaints_list")).content.decode()
    assert (follower.number in shown, "并案 1 件" in shown) == (False, True)
    assert follower.number in client.get(reverse("complaints_list"), {"state": "merged"}).content.decode()


def test_the_panel_costs_a_case_of_nothing_no_query(signed_in, operator, lead, django_assert_max_num_queries):
    client = signed_in(operator)
    client.get(lead.get_absolute_url())
    with django_assert_max_num_queries(15):
        client.get(lead.get_absolute_url())


def test_a_clerk_who_files_sees_what_stands_near_by(signed_in, operator, lead, noise):
    places = {"place_county": actors.COUNTY, "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}
    typed = {**places, "category": noise.pk, "description": "烧烤店夜里吵闹", "phone": "", "look_up": "1"}
    page = signed_in(operator).post(reverse("complaints_create"), typed)
    assert [row.number for row in page.context["alike"]] == [lead.number]


@pytest.fixture
def crowd(twin, at):
    return [twin(phone=f"1391111222{n}", at=at - timedelta(days=n)).complaint for n in range(5)]


def test_five_in_a_village_are_a_cluster_and_four_are_none(crowd, at):
    assert find_clusters(at=at) == 1
    crowd[0].__class__.objects.filter(pk=crowd[0].pk).update(opened_at=at - timedelta(days=31))
    assert (find_clusters(at=at), Cluster.objects.count()) == (0, 0)


def test_the_numbers_are_rows(crowd, at, noise):
    ClusterRule.objects.create(category=noise, least=6, days=30)
    assert find_clusters(at=at) == 0


def test_the_task_twice_is_the_same(crowd, at):
    assert [find_clusters(at=at), find_clusters(at=at), Cluster.objects.count()] == [1, 1, 1]
    assert tasks.find_clusters() >= 0


def test_a_cluster_stands_on_the_desk_and_is_merged_from_its_page(signed_in, operator, crowd, at, monkeypatch):
    monkeypatch.setattr("disputes.following.views.timezone.now", lambda: at)
    find_clusters(at=at)
    client, cluster = signed_in(operator), Cluster.objects.get()
    assert "集中反映" in client.get(reverse("desk")).content.decode()
    assert cluster.place.full_name in client.get(reverse("following_clusters")).content.decode()
    numbers = [case.number for case in crowd]
    typed = {"lead": numbers[-1], "others": numbers[:2], "note": "同一件事。"}
    answer = client.post(reverse("following_cluster", args=[cluster.pk]), typed)
    assert (answer.context["done"], Complaint.objects.get(number=numbers[-1]).followers) == (2, 2)


def test_a_cluster_is_seen_by_those_who_dispatch_there_and_by_nobody_else(operator, crowd, at):
    find_clusters(at=at)
    centre, other = actors.actor(Role.CENTRE_OFFICER), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY)
    clerk, auditor = actors.actor(Role.TOWNSHIP_CLERK), actors.actor(Role.AUDITOR)
    seeing = [person for person in (operator, centre, other, clerk, auditor) if Cluster.objects.visible_to(person, DISPATCH).exists()]
    assert seeing == [operator, centre]


def test_the_page_of_the_lead_names_only_followers_within_reach(signed_in, lead, twin, merge, clerk):
    near, far = merge(twin().complaint, lead), merge(twin(code=actors.OTHER_TOWNSHIP, phone="13911113333").complaint, lead)
    page = signed_in(clerk).get(lead.get_absolute_url()).content.decode()
    assert (near.number in page, far.number in page.split("办理经过")[0]) == (True, False)


def test_an_administrator_changes_the_numbers(signed_in, offices):
    rule, client = ClusterRule.objects.get(category=None), signed_in(actors.actor(Role.ADMINISTRATOR))
    url = reverse("following_rule", args=[rule.pk])
    assert client.post(url, {"least": 1, "days": 30}).status_code == 422
    assert client.post(url, {"least": 8, "days": 14}).status_code == 302
    assert "14 日内至少 8 件" in client.get(reverse("following_rules")).content.decode()


def test_the_report_is_empty_without_merges(db, capsys):
    call_command("merge_report", "--json")
    assert '"followers": 0' in capsys.readouterr().out
