"""The sweep runs in a real worker behind the real broker, and what it finds is on the timeline."""

from time import monotonic, sleep
from uuid import uuid4

import pytest
from celery.contrib.testing.worker import start_worker

from governance.celery import app
from governance.deadlines.models import Deadline
from governance.deadlines.tasks import sweep_deadlines
from governance.queue import send
from governance.timeline.models import Event

PATIENCE = 20  # seconds


@pytest.fixture
def db(lasting):
    """The worker is another connection: here transactions really commit."""


@pytest.fixture
def worker(db, monkeypatch, settings):
    """A worker of this test alone, on a queue of its own."""
    if not settings.CELERY_BROKER_URL:
        pytest.fail("make test brings a Redis; set REDIS_URL")
    monkeypatch.setitem(app.conf, "task_default_queue", f"test-{uuid4()}")
    forget_queues()
    with start_worker(app, pool="solo", perform_ping_check=False, loglevel="WARNING"):
        yield
    forget_queues()


def forget_queues():
    """Where tasks go and what a worker reads is kept by Celery from the first task of the process on."""
    vars(app).pop("amqp", None)


def waited_for(found):
    until = monotonic() + PATIENCE
    while not found() and monotonic() < until:
        sleep(0.1)
    return found()


def test_what_is_late_is_noticed_without_anyone_looking(worker, filing, at):
    case = filing().complaint  # registered on a day of the past: its dispatch is long due
    assert send(sweep_deadlines)
    assert waited_for(lambda: Deadline.objects.of(case).filter(lapsed_at__isnull=False).exists())
    assert Event.objects.of(case).filter(kind="deadline.lapsed").count() == 1
    assert send(sweep_deadlines)  # a second run finds nothing left to do
    sleep(1)
    assert Event.objects.of(case).filter(kind="deadline.lapsed").count() == 1
