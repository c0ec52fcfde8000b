"""Two questions of those who watch over the portal: is the process alive, and can it do its work?

`/readyz` never waits long: it asks over a connection of its own with short limits, so that a database that hangs
cannot hang the answer.
"""

from time import monotonic

import psycopg2
import redis
import structlog
from django.conf import settings
from django.db import connection
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from redis.backoff import NoBackoff
from redis.retry import Retry

from governance.web.models import Heartbeat
from governance.web.page import PUBLIC, page

CONNECT_TIMEOUT = 2  # seconds; libpq knows nothing shorter
STATEMENT_TIMEOUT = 1500  # milliseconds
REDIS_TIMEOUT = 1  # seconds
OLDEST_HEARTBEAT = 120  # seconds: four missed beats
HEARTS = ("beat", "worker")
logger = structlog.get_logger(__name__)
LAST_HEARTBEATS = f"SELECT name, at FROM {Heartbeat._meta.db_table}"


def beat_once(name, *, at):
    """Remember a sign of life."""
    Heartbeat.objects.bulk_create([Heartbeat(name=name, at=at)], update_conflicts=True, unique_fields=["name"], update_fields=["at"])


@page(PUBLIC)
@never_cache
def healthz(request):
    """Alive: touches neither database nor Redis."""
    return JsonResponse({"status": "alive"})


@page(PUBLIC)
@never_cache
def readyz(request):
    """Ready: 200, or 503 with the part named that is not."""
    parts = look(at=timezone.now())
    failed = [name for name, part in parts.items() if not part["ok"]]
    answer = {"status": "not ready" if failed else "ready", "failed": failed, "parts": parts}
    return JsonResponse(answer, status=503 if failed else 200)


def look(*, at):
    """Every part with `ok` and what was measured. Ages and times in seconds and milliseconds."""
    database, hearts = ask_database(at=at)
    return {"database": database, "redis": ask_redis(), **hearts}


def ask_database(*, at):
    """The database, and how long ago beat and worker gave a sign of life by its account."""
    started = monotonic()
    try:
        last = read_heartbeats()
    except psycopg2.Error as error:
        unknown = {"ok": False, "error": "unknown while the database does not answer"}
        return failure(error, started), dict.fromkeys(HEARTS, unknown)
    return {"ok": True, "milliseconds": since(started)}, {name: pulse(last.get(name), at=at) for name in HEARTS}


def pulse(last, *, at):
    """A part is alive while its last sign of life is younger than `OLDEST_HEARTBEAT`."""
    if last is None:
        return {"ok": False, "error": "no sign of life yet"}
    age = max(0, round((at - last).total_seconds(), 1))
    return {"ok": age <= OLDEST_HEARTBEAT, "age_seconds": age}


def ask_redis():
    """Redis, or the word that the portal runs without it (the broker is then the database)."""
    if not settings.REDIS_URL:
        return {"ok": True, "used": False, "broker": settings.CELERY_BROKER_URL.partition(":")[0] or "none"}
    started = monotonic()
    patience = {"socket_connect_timeout": REDIS_TIMEOUT, "socket_timeout": REDIS_TIMEOUT, "retry": Retry(NoBackoff(), 0)}
    try:
        with redis.Redis.from_url(settings.REDIS_URL, **patience) as client:
            client.ping()
    except (redis.RedisError, OSError) as error:
        return failure(error, started)
    return {"ok": True, "used": True, "milliseconds": since(started)}


def read_heartbeats():
    """Name → moment of the last sign of life. Raises `psycopg2.Error`."""
    probe = open_probe()
    try:
        with probe.cursor() as cursor:
            cursor.execute(LAST_HEARTBEATS)
            return dict(cursor.fetchall())
    finally:
        probe.close()


def open_probe():
    """A fresh connection with short limits, to the database the portal uses."""
    given = connection.get_connection_params()
    limits = {
        "connect_timeout": CONNECT_TIMEOUT,
        "tcp_user_timeout": CONNECT_TIMEOUT * 1000,
        "options": f"{given.get('options', '')} -c statement_timeout={STATEMENT_TIMEOUT}".strip(),
    }
    return psycopg2.connect(**{**given, **limits})


def failure(error, started):
    """A part that failed, by the kind of its error; the message may hold addresses and goes to the log alone."""
    logger.warning("part_failed", error=str(error))
    return {"ok": False, "error": type(error).__name__, "milliseconds": since(started)}


def since(started):
    return round((monotonic() - started) * 1000, 1)
