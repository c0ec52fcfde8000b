"""Who is let in: right signatures of live keys, in time, once."""

import json
import time
from datetime import timedelta

import pytest
import redis
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from emergencies.hotlines.models import HotlineCall, HotlineMessage, HotlineRefusal
from emergencies.hotlines.services import count_refusal, end_key, rotate_key
from emergencies.incidents.models import Incident
from governance.web.guard import memory
from tests.emergencies.hotlines.conftest import URL, fire, headers_of

BODY = json.dumps(fire()).encode()


def code(answer):
    return answer.status_code, answer.json()["error"]["code"]


def counted():
    return [*HotlineRefusal.objects.order_by("reason").values_list("reason", "count")]


def test_without_headers_it_is_turned_away_and_counted(client, hotline):
    assert code(client.post(URL, BODY, content_type="application/json")) == (401, "headers")
    assert (counted(), HotlineMessage.objects.count()) == ([("headers", 1)], 0)


@pytest.mark.parametrize("name", ["X-Hotline-Key", "X-Hotline-Timestamp", "X-Hotline-Nonce", "X-Hotline-Signature"])
def test_each_header_is_needed(send, hotline, name):
    assert code(send(fire(), headers={**headers_of(hotline.key.name, hotline.secret, BODY), name: ""})) == (401, "headers")


def test_a_content_that_was_changed_on_the_way_is_refused(send, hotline):
    headers = headers_of(hotline.key.name, hotline.secret, b"{}")
    assert code(send(fire(), headers=headers)) == (401, "signature")


def test_an_unknown_key_and_one_that_ended_are_refused(send, hotline):
    assert code(send(fire(), headers=headers_of("h119-000000", hotline.secret, BODY))) == (401, "key")
    end_key(hotline.key, by=None, at=timezone.now())
    assert code(send(fire())) == (401, "ended")


@pytest.mark.parametrize("away", [-301, 302])
def test_outside_of_the_window_it_is_refused(send, away):
    assert code(send(fire(), stamp=int(time.time()) + away)) == (401, "time")


def test_the_same_request_again_is_a_replay_and_makes_nothing(send, hotline):
    headers = headers_of(hotline.key.name, hotline.secret, BODY)
    assert send(fire(), headers=headers).status_code == 201
    assert code(send(fire(), headers=headers)) == (409, "replayed")
    assert (Incident.objects.count(), HotlineMessage.objects.count(), counted()) == (1, 1, [("replayed", 1)])


def test_a_signed_request_cannot_be_turned_on_another_number(client, hotline):
    headers = headers_of(hotline.key.name, hotline.secret, f"{URL}/119-0001".encode())
    assert client.get(f"{URL}/119-0002", headers=headers).status_code == 401
    assert client.get(f"{URL}/119-0001", headers=headers).status_code == 404


def test_the_key_before_stays_good_as_long_as_was_said(send, hotline):
    _key, secret = rotate_key(hotline.row, by=None, at=timezone.now(), overlap=timedelta(hours=24))
    assert secret != hotline.secret
    assert send(fire()).status_code == 201
    rotate_key(hotline.row, by=None, at=timezone.now())
    assert hotline.row.keys.live(timezone.now()).count() == 2
    assert hotline.row.keys.live(timezone.now() + timedelta(hours=25)).count() == 1


def test_a_secret_stands_sealed(hotline):
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM emergencies_hotlinekey")
        assert hotline.secret not in str(cursor.fetchall())


def test_many_bad_requests_fill_no_table_and_hold_up_nobody(client, send, hotline, settings):
    settings.HOTLINE_REFUSALS_PER_HOUR = 2
    answers = [client.post(URL, BODY, content_type="application/json") for _try in range(4)]
    assert [answer.status_code for answer in answers] == [401, 401, 429, 429]
    assert answers[-1]["Retry-After"]
    assert counted() == [("headers", 4)]
    assert send(fire()).status_code == 201


def test_refusals_of_another_hour_or_address_are_counted_apart(db, at):
    for hours, network in ((0, "a"), (0, "b"), (1, "a"), (1, "a")):
        count_refusal("time", key_name="", network=network, at=at + timedelta(hours=hours))
    assert sorted(count for _reason, count in counted()) == [1, 1, 2]


def test_too_much_is_refused_unread(send):
    assert code(send(None, content=b" " * (64 * 1024 + 1))) == (413, "too_large")


def test_another_method_is_answered_in_its_own_format(client, db):
    answer = client.get(URL)
    assert (*code(answer), answer["Allow"]) == (405, "method", "POST")


class Down:
    """A cache that does not answer."""

    def __getattr__(self, name):
        raise redis.ConnectionError("away")


def test_it_works_while_the_cache_is_down(send, monkeypatch):
    monkeypatch.setattr(memory, "cache", Down())
    assert send(fire()).status_code == 201
    assert cache is not memory.cache


def test_what_fails_after_it_was_kept_can_be_sent_again(send, client, monkeypatch):
    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("emergencies.hotlines.services.report_incident", lambda **facts: 1 / 0)
        assert code(send(fire())) == (500, "failed")
    kept = HotlineMessage.objects.get()
    assert (kept.outcome, HotlineCall.objects.count()) == ("received", 0)
    assert send(fire()).status_code == 201
