"""Signs of life."""

import json
import socket
from datetime import timedelta
from time import monotonic

import psycopg2
import pytest
from django.db import connection
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from governance.celery import app
from governance.people.enums import Role
from governance.schedule import SCHEDULE
from governance.web import health
from governance.web.models import Heartbeat
from governance.web.tasks import heartbeat
from tests import actors


class SameConnection:
    """Reads in the test's own transaction instead of over a connection of its own."""

    def cursor(self):
        return connection.cursor()

    def close(self):
        pass


@pytest.fixture
def probed(db, monkeypatch, settings):
    settings.REDIS_URL = ""
    monkeypatch.setattr(health, "open_probe", SameConnection)


@pytest.fixture
def beating(probed):
    for name in health.HEARTS:
        health.beat_once(name, at=timezone.now())


def readiness(client):
    answer = client.get("/readyz")
    return answer.status_code, json.loads(answer.content)


def test_alive_asks_no_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert answer.json() == {"status": "alive"}
    assert "no-store" in answer["Cache-Control"]


def test_ready_when_every_part_answers(client, beating):
    status, answer = readiness(client)
    assert (status, answer["failed"]) == (200, [])
    assert set(answer["parts"]) == {"database", "redis", "beat", "worker"}
    assert answer["parts"]["redis"]["used"] is False


@pytest.mark.parametrize("name", health.HEARTS)
def test_a_heart_that_stopped_is_named_with_its_age(client, beating, name):
    Heartbeat.objects.filter(name=name).update(at=timezone.now() - timedelta(seconds=health.OLDEST_HEARTBEAT + 60))
    status, answer = readiness(client)
    assert (status, answer["failed"]) == (503, [name])
    assert 170 < answer["parts"][name]["age_seconds"] < 200


def test_a_heart_that_never_beat_is_not_ready(client, probed):
    status, answer = readiness(client)
    assert (status, answer["failed"]) == (503, ["beat", "worker"])


def test_a_database_that_is_gone_is_named(client, db, monkeypatch, settings):
    settings.REDIS_URL = ""

    def refused():
        raise psycopg2.OperationalError("connection refused at a secret address")

    monkeypatch.setattr(health, "open_probe", refused)
    status, answer = readiness(client)
    assert (status, answer["failed"]) == (503, ["database", "beat", "worker"])
    assert "secret" not in json.dumps(answer)


def test_redis_that_is_gone_is_named_soon(client, beating, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    started = monotonic()
    status, answer = readiness(client)
    assert (status, answer["failed"]) == (503, ["redis"])
    assert monotonic() - started < 3


@pytest.fixture
def silent():
    """A port where someone listens and never says a word, as a frozen server does."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_frozen_redis_does_not_hang_the_answer(client, beating, settings, silent):
    settings.REDIS_URL = f"redis://127.0.0.1:{silent}/0"
    started = monotonic()
    assert readiness(client)[1]["failed"] == ["redis"]
    assert monotonic() - started < 3


def test_a_frozen_database_does_not_hang_the_answer(client, db, monkeypatch, settings, silent):
    settings.REDIS_URL = ""
    monkeypatch.setattr(connection, "get_connection_params", lambda: {"host": "127.0.0.1", "port": silent, "dbname": "x", "user": "x"})
    started = monotonic()
    assert readiness(client)[1]["failed"] == ["database", "beat", "worker"]
    assert monotonic() - started < 5


def test_the_probe_reads_over_a_connection_of_its_own(db):
    probe = health.open_probe()
    with probe.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("1500ms",)
    probe.close()


def test_the_latest_sign_of_life_counts(db, at):
    health.beat_once("beat", at=at)
    health.beat_once("beat", at=at + timedelta(seconds=30))
    assert Heartbeat.objects.get(name="beat").at == at + timedelta(seconds=30)


def test_the_message_tells_when_beat_sent_it():
    before = timezone.now()
    with app.connection_for_write("memory://") as broker:
        waiting = broker.SimpleQueue("celery")
        waiting.clear()
        heartbeat.apply_async(connection=broker)
        sent_at = waiting.get(timeout=2).headers["sent_at"]
    assert before <= parse_datetime(sent_at) <= timezone.now()


def test_a_worker_notes_both_hearts(db, at):
    began = timezone.now()
    heartbeat.push_request(sent_at=at.isoformat())
    try:
        heartbeat.run()
    finally:
        heartbeat.pop_request()
    assert Heartbeat.objects.get(name="beat").at == at
    assert Heartbeat.objects.get(name="worker").at >= began


def test_the_administrator_reads_the_same_in_words(signed_in, beating):
    page = signed_in(actors.actor(Role.ADMINISTRATOR)).get("/administration/status/").content.decode()
    assert page.count("正常") == 4
    assert "0 秒前有响应" in page


def test_every_task_of_the_beat_table_exists():
    app.loader.import_default_modules()
    assert {entry["task"] for entry in SCHEDULE.values()} <= set(app.tasks)
    assert all(entry["options"]["expires"] <= entry["schedule"] for entry in SCHEDULE.values())
