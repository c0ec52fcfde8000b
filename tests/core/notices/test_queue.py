"""Handing work over: after the commit, and never at the request's cost."""

import socket
from time import monotonic

import pytest
from celery import Celery
from django.core.signals import request_finished, request_started
from django.db import transaction

from governance import queue as queueing
from governance.queue import Breaker, queue, send

PATIENCE = {"socket_connect_timeout": 1, "socket_timeout": 5}


@pytest.fixture(autouse=True)
def fresh_breaker(monkeypatch):
    monkeypatch.setattr(queueing, "breaker", Breaker())


def task_at(broker):
    """A task whose broker is there, without touching the portal's own."""
    app = Celery("away", broker=broker, set_as_current=False)
    app.conf.broker_transport_options = PATIENCE

    @app.task(name="note", shared=False)
    def note(word):
        return word

    return note


@pytest.fixture
def noted(monkeypatch):
    """What was published, without a broker."""
    sent = []
    monkeypatch.setattr(queueing, "_publish", lambda task, args: sent.append(args))
    return sent


def test_nothing_is_sent_before_the_commit(db, noted, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        queue(task_at("memory://"), "word")
        assert noted == []
    assert noted == [("word",)]


def test_a_request_sends_when_its_answer_is_out(db, noted, django_capture_on_commit_callbacks):
    request_started.send(sender=None)
    with django_capture_on_commit_callbacks(execute=True):
        queue(task_at("memory://"), "word")
    assert noted == []
    request_finished.send(sender=None)
    assert noted == [("word",)]
    with django_capture_on_commit_callbacks(execute=True):
        queue(task_at("memory://"), "afterwards")
    assert noted == [("word",), ("afterwards",)]


def queue_and_fail(task):
    with transaction.atomic():
        queue(task, "word")
        return 1 / 0


def test_what_is_rolled_back_is_never_sent(db, noted, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        queue_and_fail(task_at("memory://"))
    assert noted == []


def test_a_message_reaches_its_broker():
    assert send(task_at("memory://"), ("word",)) is True


def test_a_broker_that_is_down_is_no_error_and_costs_no_time():
    started = monotonic()
    assert send(task_at("redis://127.0.0.1:1/0"), ("word",)) is False
    assert monotonic() - started < 1


def test_a_broker_that_accepts_and_never_answers_costs_about_a_second():
    with socket.create_server(("127.0.0.1", 0)) as frozen:
        started = monotonic()
        assert send(task_at(f"redis://127.0.0.1:{frozen.getsockname()[1]}/0"), ("word",)) is False
    assert monotonic() - started < 2


def test_after_a_failure_the_broker_is_left_alone_for_a_while(noted):
    queueing.breaker.trip(at=monotonic())
    assert send(task_at("memory://"), ("word",)) is False
    assert noted == []


def test_the_pause_ends():
    breaker = Breaker(quiet=10)
    breaker.trip(at=100)
    assert breaker.is_open(at=109)
    assert not breaker.is_open(at=110)
