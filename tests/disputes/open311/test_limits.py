"""How often: per key and per address, by the hour of the clock; while Redis is down filing stays limited."""

import pytest
import redis
import time_machine

from disputes.open311.services import end_key
from governance.web.guard import memory
from tests.disputes.open311.conftest import BASE, LAMP

NOON = "2026-11-23T04:00:01Z"
HERE = {"service_code": LAMP, "lat": "40.84", "long": "111.75"}


class Down:
    """A cache that does not answer."""

    def __getattr__(self, name):
        raise redis.ConnectionError("away")


def codes(client, key, count, **more):
    """The status of as many different filings."""
    return [client.post(f"{BASE}/requests.json", {"api_key": key.plain, **HERE, "device_id": n, **more}).status_code for n in range(count)]


@time_machine.travel(NOON, tick=False)
def test_past_its_share_a_key_is_told_when_to_come_back(client, issued):
    key = issued(per_hour=2)
    assert codes(client, key, 3) == [200, 200, 429]
    answer = client.get(f"{BASE}/requests.xml", {"api_key": key.plain})
    assert (answer.status_code, answer["Retry-After"]) == (429, "3599")
    assert b"<code>429</code>" in answer.content


def test_the_next_hour_is_a_new_one(client, issued):
    key = issued(per_hour=1)
    with time_machine.travel(NOON, tick=False):
        assert codes(client, key, 2) == [200, 429]
    with time_machine.travel("2026-11-23T05:00:01Z", tick=False):
        assert codes(client, key, 1, description="x") == [200]


def test_keys_are_counted_apart(client, issued):
    one, other = issued(per_hour=1), issued(per_hour=1)
    assert codes(client, one, 2) == [200, 429]
    assert codes(client, other, 1) == [200]


def test_without_a_key_the_address_is_counted(client, offices, settings):
    settings.OPEN311_READS_PER_HOUR = 2
    assert [client.get(f"{BASE}/services.json").status_code for _try in range(3)] == [200, 200, 429]


def test_guessing_keys_uses_up_the_address(client, offices, settings):
    settings.OPEN311_READS_PER_HOUR = 2
    assert [client.get(f"{BASE}/services.json", {"api_key": f"guess{n}"}).status_code for n in range(3)] == [403, 403, 429]


@pytest.fixture
def no_cache(monkeypatch):
    monkeypatch.setattr(memory, "cache", Down())


def test_while_redis_is_down_reading_is_open_and_filing_limited(client, issued, no_cache):
    key = issued(per_hour=2)
    with time_machine.travel(NOON, tick=False):
        assert codes(client, key, 3) == [200, 200, 429]
    assert client.get(f"{BASE}/requests.json").status_code == 200


def test_a_key_that_was_switched_off_opens_nothing(client, key, at):
    end_key(key, by=None, at=at)
    assert codes(client, key, 1) == [403]
    assert client.get(f"{BASE}/requests.json", {"api_key": key.plain}).status_code == 403
