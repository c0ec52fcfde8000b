"""The session ended while a form was open: nothing is written, and nobody is led away from what was typed."""

import pytest
from django.test import Client
from django.urls import reverse

from governance.timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(complaint):
    return reverse("complaints_take_step", args=[complaint.number, "classify"])


def test_a_form_sent_without_a_session_says_so_and_writes_nothing(client, step):
    before = Event.objects.count()
    answer = client.post(step, {"note": "说明"})
    assert (answer.status_code, Event.objects.count()) == (401, before)
    assert "登录已失效" in answer.content.decode()


def test_a_part_of_a_page_is_not_replaced_by_the_sign_in(client, step):
    assert client.get(step, headers={"HX-Request": "true"}).status_code == 401


def test_a_page_that_is_opened_leads_to_the_sign_in(client, step):
    assert client.get(step)["Location"].startswith(reverse("sign_in"))


def test_a_form_whose_token_is_gone_says_that_the_page_is_out_of_date(step):
    answer = Client(enforce_csrf_checks=True).post(step, {"note": "说明"})
    assert (answer.status_code, bool(answer["X-Told"])) == (403, True)
