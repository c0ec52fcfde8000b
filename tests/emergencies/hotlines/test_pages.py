"""The pages of the hotlines: keys that are changed, messages as they came, what was turned away."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.hotlines import tasks
from emergencies.hotlines.data.load import load_hotlines
from emergencies.hotlines.models import HotlineCall, HotlineKey, HotlineMessage
from emergencies.incidents.models import Incident
from governance import registry
from governance.people.enums import OfficeType, Role
from governance.privacy.models import Opening
from tests import actors
from tests.emergencies.hotlines.conftest import URL, fire, headers_of

MESSAGES = reverse("hotlines_messages")


@pytest.fixture
def administrator(client, offices):
    person = actors.actor(Role.ADMINISTRATOR)
    actors.sign_in(client, person)
    return person


@pytest.fixture
def leading_office(offices):
    return actors.actor(Role.LEADING_OFFICE, actors.CITY, kind=OfficeType.LEADING_GROUP)


def rotate(client, **typed):
    return client.post(reverse("hotlines_rotate", args=["110"]), typed)


def test_a_key_is_shown_once_and_signs_from_then_on(client, administrator):
    answer = rotate(client)
    secret, key = answer.context["secret"], HotlineKey.objects.get()
    assert secret in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    body = json.dumps(fire()).encode()
    sent = client.post(URL, body, content_type="application/json", headers=headers_of(key.name, secret, body))
    assert (sent.status_code, Incident.objects.get().source) == (201, "110")
    assert secret not in client.get(reverse("hotlines_hotline", args=["110"])).content.decode()


def test_a_changed_key_lives_on_as_long_as_was_chosen(client, administrator):
    rotate(client)
    assert rotate(client, overlap="5").status_code == 422
    rotate(client, overlap="24")
    old, new = HotlineKey.objects.order_by("pk")
    assert (new.ends_at, old.ended_by) == (None, administrator)
    assert timedelta(hours=23) < old.ends_at - timezone.now() <= timedelta(hours=24)
    client.post(reverse("hotlines_end_key", args=[old.pk]))
    assert [*HotlineKey.objects.live(timezone.now())] == [new]
    assert client.get(reverse("hotlines_end_key", args=[old.pk])).status_code == 404


def added(client, **typed):
    return client.post(reverse("hotlines_add"), {"code": "122", "name": "交通事故报警", "source": "hotline", **typed})


def test_another_hotline_is_added_with_its_key_and_reports_from_then_on(client, administrator):
    answer, body = added(client), json.dumps(fire()).encode()
    key, secret = answer.context["key"], answer.context["secret"]
    assert (secret in answer.content.decode(), "no-store" in answer["Cache-Control"]) == (True, True)
    sent = client.post(URL, body, content_type="application/json", headers=headers_of(key.name, secret, body))
    incident = Incident.objects.get()
    assert (sent.status_code, incident.source, incident.source_name) == (201, "hotline", "交通事故报警")
    assert incident.source_number == f"122-{fire()['number']}"


WRONG = [({"code": "119"}, "已经在列表中"), ({"code": "abc"}, "3至10位数字"), ({"name": ""}, "请填写名称")]


@pytest.mark.parametrize(("typed", "told"), WRONG)
def test_a_wrong_hotline_is_told_and_nothing_is_lost(typed, told, client, administrator):
    answer = added(client, **typed)
    assert (answer.status_code, told in answer.content.decode()) == (422, True)
    assert typed.get("name", "交通事故报警") in answer.content.decode()
    assert not HotlineKey.objects.exists()


def test_a_closed_hotline_reports_no_more_until_it_is_let_in_again(client, administrator):
    answer, body = added(client), json.dumps(fire()).encode()
    close = reverse("hotlines_close", args=["122"])
    assert "停用后" in client.get(close).content.decode()
    client.post(close)
    old = headers_of(answer.context["key"].name, answer.context["secret"], body)
    told = client.post(URL, body, content_type="application/json", headers=old)
    assert (told.status_code, "这条热线已停用" in told.json()["error"]["message"]) == (401, True)
    assert "热线已停用，签名正确" in client.get(reverse("hotlines_refusals")).content.decode()
    assert client.get(reverse("hotlines_rotate", args=["122"])).status_code == 404
    again = client.post(close)
    new = headers_of(again.context["key"].name, again.context["secret"], body)
    assert client.post(URL, body, content_type="application/json", headers=new).status_code == 201


def test_a_message_is_read_beside_the_others_of_its_matter(client, send, administrator):
    send(fire())
    send(fire(2, badly_hurt=3))
    send(None, content=b"{")
    page = client.get(reverse("hotlines_message", args=[HotlineMessage.objects.get(revision=2).pk])).content.decode()
    assert "修订号 1" in page
    assert "13800000000" not in page
    assert client.get(reverse("hotlines_message", args=[HotlineMessage.objects.get(outcome="invalid").pk])).status_code == 200


def test_the_text_is_opened_for_a_purpose_that_is_recorded(client, send, leading_office):
    send(fire())
    actors.sign_in(client, leading_office)
    url = reverse("hotlines_text", args=[HotlineMessage.objects.get().pk])
    assert client.post(url, {}).status_code == 422
    assert "13800000000" in client.post(url, {"purpose": "verify"}).content.decode()
    opening = Opening.objects.get()
    assert (opening.by, opening.field, opening.case_number.partition("-")[0]) == (leading_office, "body", "119")


@pytest.mark.parametrize("query", ["", "?outcome=created", "?outcome=nonsense", "?hotline=119&q=119-0", "?hotline=7", "?page=9"])
def test_the_list_is_asked_in_every_way(client, send, administrator, query):
    send(fire())
    assert client.get(MESSAGES + query).status_code == 200


def test_the_list_asks_as_much_for_ten_as_for_one(client, send, administrator):
    def statements():
        with CaptureQueriesContext(connection) as caught:
            client.get(MESSAGES)
        return len(caught)

    send(fire())
    statements()
    for_one = statements()
    for serial in range(9):
        send(fire(number=f"119-1{serial}"))
    assert (statements(), HotlineMessage.objects.count()) == (for_one, 10)


def test_what_was_turned_away_is_listed(client, send, administrator):
    send(fire(), headers={"X-Hotline-Key": "h119-nobody"})
    assert "缺少签名要素" in client.get(reverse("hotlines_refusals")).content.decode()


def test_a_matter_that_waits_stands_on_the_desk(client, send, administrator):
    assert "热线来件要素不全" not in client.get(reverse("desk")).content.decode()
    send(fire(2, badly_hurt=1))
    assert "热线来件要素不全" in client.get(reverse("desk")).content.decode()
    assert "尚未生成突发事件" in client.get(reverse("hotlines_list")).content.decode()


def test_an_incident_shows_what_the_hotline_says_now(client, send, offices):
    person = actors.actor(Role.DEPARTMENT_HANDLER, trade="fire")
    send(fire())
    send(fire(2, status="closed"))
    actors.sign_in(client, person)
    page = client.get(Incident.objects.get().get_absolute_url()).content.decode()
    assert "热线已处置完毕" in page
    assert "119-0001" in page


def test_the_text_is_forgotten_with_the_limit_and_what_was_said_stays(send):
    send(fire())
    HotlineMessage.objects.update(received_at=timezone.now() - timedelta(days=800))
    assert [tasks.forget_bodies(), tasks.forget_bodies()] == [1, 0]
    assert (HotlineMessage.objects.get().facts["kind"], HotlineCall.objects.count()) == ("fire", 1)


def test_the_demo_names_its_keys_and_the_loader_runs_twice(db):
    assert load_hotlines() == {"hotlines": 0}
    told = registry.demo_access()["hotlines"]()
    assert ([*told["keys"]], told["endpoint"]) == (["110", "119", "120", "12345"], URL)


def test_who_signs_rightly_with_a_key_that_ended_is_told_so_and_nobody_else_is(client, administrator):
    answer, body = added(client), json.dumps(fire()).encode()
    key, secret = answer.context["key"], answer.context["secret"]
    client.post(reverse("hotlines_end_key", args=[key.pk]))
    for given, told in ((secret, "密钥已停用，消息没有接收"), ("guessed", "密钥编号不存在，或者已停用")):
        refused = client.post(URL, body, content_type="application/json", headers=headers_of(key.name, given, body))
        assert (refused.status_code, told in refused.json()["error"]["message"]) == (401, True)
