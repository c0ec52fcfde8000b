"""Hands work to the workers without ever depending on them.

The row in PostgreSQL is the promise; the message only makes its keeping quick. When the broker is down the message
is logged and forgotten, and a sweep of the beat table finds the row.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, partial
from time import monotonic

import structlog
from django.core.signals import request_finished, request_started
from django.db import transaction
from django.dispatch import receiver
from kombu.pools import producers

QUIET = 10.0  # seconds in which a broker that just failed is not asked again by this process
GIVE_UP_AT_ONCE = {"max_retries": 0}
REDIS_PATIENCE = {"socket_connect_timeout": 1, "socket_timeout": 1}  # seconds

logger = structlog.get_logger(__name__)


class Breaker:
    """Remembers a failure for a while, so that a burst of requests does not wait for a dead broker one by one.
    Monotonic seconds.
    """

    def __init__(self, quiet=QUIET):
        self.quiet, self.open_until = quiet, 0.0

    def is_open(self, *, at):
        return at < self.open_until

    def trip(self, *, at):
        self.open_until = at + self.quiet


breaker = Breaker()
_silent = ContextVar("silent", default=False)
_of_request: ContextVar[list | None] = ContextVar("of_request", default=None)


@contextmanager
def without_messages():
    """While many rows are written at once no message is sent for each: the sweeps of the beat table find them."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


def queue(task, *args):
    """Run a Celery task once the transaction has been committed, and within a request once the person has the answer. Never raises."""
    if not _silent.get():
        transaction.on_commit(partial(_hand_over, task, args))


def _hand_over(task, args):
    """Send what was committed; a request's messages wait until its answer is out."""
    waiting = _of_request.get()
    if waiting is None:
        send(task, args)
    else:
        waiting.append((task, args))


@receiver(request_started)
def _keep_messages(**_facts):
    _of_request.set([])


@receiver(request_finished)
def _send_messages(**_facts):
    """The server calls this when the answer is sent. A process that dies before it loses nothing: the sweeps find the rows."""
    waiting = _of_request.get() or ()
    _of_request.set(None)
    for task, args in waiting:
        send(task, args)


def send(task, args=()):
    """Hand the message over now, in about a second at the very most; says whether the broker took it.

    Everything is caught: what was asked for is committed already, so the person must not be shown an error.
    """
    if breaker.is_open(at=monotonic()):
        logger.warning("queue_skipped", task=task.name)
        return False
    try:
        _publish(task, args)
    except Exception as error:
        breaker.trip(at=monotonic())
        logger.warning("queue_failed", task=task.name, error=type(error).__name__)
        return False
    return True


def _publish(task, args):
    """Over connections of our own: those of Celery reconnect for four seconds and more before they say that nobody
    answers.
    """
    app = task.app
    if app.conf.task_always_eager:
        task.apply_async(args)
        return
    with producers[_connection(app, app.conf.broker_write_url)].acquire(block=True, timeout=1) as producer:
        task.apply_async(args, producer=producer, retry=False)


@cache
def _connection(app, _address):
    """How the broker of that address is reached."""
    patience = REDIS_PATIENCE if app.connection_for_write().transport_cls.startswith("redis") else {}
    return app.connection_for_write(transport_options={**GIVE_UP_AT_ONCE, **patience})
