"""The catalogue and its routing rules, kept by the city's administrator."""

import pytest
from django.urls import reverse

from disputes.complaints.models import Category, RoutingRule
from disputes.complaints.services import route
from governance.people.enums import OfficeType, Role
from tests import actors

LIST = reverse("complaints_catalogue")


@pytest.fixture
def category(db):
    return Category.objects.leaves().filter(urgency="normal", is_sensitive=False).first()


@pytest.fixture
def administrator(signed_in, offices):
    return signed_in(actors.actor(Role.ADMINISTRATOR))


def send(client, category, **facts):
    typed = {"name": category.name, "hint": "", "keywords": "异味", "urgency": "normal", "active": "on", **facts}
    return client.post(reverse("complaints_category", args=[category.code]), typed)


def test_the_page_lists_every_category(administrator):
    page = administrator.get(LIST).content.decode()
    assert all(name in page for name in Category.objects.values_list("name", flat=True))


def test_a_rule_that_is_set_sends_matters_there(administrator, category, offices):
    assert send(administrator, category, **{"village-target": "village"}).status_code == 302
    assert route(actors.place(actors.VILLAGE), category)[0] == offices[OfficeType.VILLAGE, actors.VILLAGE]


def test_a_rule_that_is_taken_out_leaves_the_township(administrator, category, offices):
    RoutingRule.objects.update_or_create(category=category, level="village", defaults={"target": "village"})
    send(administrator, category)
    assert route(actors.place(actors.VILLAGE), category) == (offices[OfficeType.TOWNSHIP, actors.TOWNSHIP], True)


def test_a_wrong_answer_keeps_what_was_typed(administrator, category):
    answer = send(administrator, category, name="", keywords="噪声|油烟")
    assert (answer.status_code, "噪声|油烟" in answer.content.decode()) == (422, True)


def test_a_sensitive_category_is_never_public(administrator, category):
    Category.objects.filter(pk=category.pk).update(is_sensitive=True, is_public=False)
    assert send(administrator, category, is_public="on").status_code == 422


def test_a_county_s_administrator_reads_the_rules_and_changes_none(signed_in, category, offices):
    client = signed_in(actors.actor(Role.ADMINISTRATOR, actors.COUNTY))
    assert client.get(LIST).status_code == 200
    assert send(client, category).status_code == 403
