"""The database and Redis a command needs: those the environment names, else embedded ones, ended by their starter."""

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

from governance.launch import places, postgres, processes, redis

NAMES = ("DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL", "PORTAL_MODE", "SITE_URL")


class Services:
    """The embedded services of one place: a cluster, and a folder for Redis. Remembers what it started."""

    def __init__(self, cluster, folder):
        self.cluster, self.folder = cluster, folder
        self.own_database, self.redis = False, None

    def start(self, *, adopt=False):
        """Start what the environment does not name; `adopt` a database that runs already. Returns the variables."""
        given = {}
        if not os.environ.get("DATABASE_URL"):
            self.own_database = adopt or not postgres.running(self.cluster)
            given["DATABASE_URL"] = postgres.start(self.cluster)
            given["PATH"] = f"{postgres.tools(self.cluster)}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        if os.environ.get("REDIS_URL"):
            return given
        if redis.program():
            self.start_redis()
            return given | {"REDIS_URL": redis.url(self.folder)}
        database = given.get("DATABASE_URL") or os.environ["DATABASE_URL"]
        return given | {"CELERY_BROKER_URL": os.environ.get("CELERY_BROKER_URL") or broker_in(database)}

    def start_redis(self):
        if not redis.answers(self.folder):
            self.redis = redis.start(self.folder, log=self.folder / "redis.log")

    def stop(self):
        """Stop what `start` started, Redis first."""
        if self.redis:
            processes.end(self.redis.pid)
            self.redis.wait()
            (self.folder / "redis.pid").unlink(missing_ok=True)
            self.redis = None
        if self.own_database:
            postgres.stop(self.cluster)
            self.own_database = False


def broker_in(database):
    """A Celery broker in PostgreSQL itself, for machines without any Redis: it works, and looks once a second."""
    return "sqla+" + database.replace("postgres://", "postgresql://", 1).replace("postgresql://", "postgresql+psycopg2://", 1)


def standing(name="portal"):
    """The lasting services of this checkout under that name."""
    return Services(postgres.standing(name), redis_folder(name))


def redis_folder(name="portal"):
    place = places.writable(places.VAR)
    return places.sockets(f"redis-{name}", account=places.own_account(), place=place)


@contextmanager
def throwaway():
    """Fresh, forgetful services in a temporary folder; what a killed earlier command left there is ended first."""
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=prefix()))
    with held(folder):
        services = fresh(folder)
        try:
            yield services
        finally:
            services.stop()
            shutil.rmtree(folder, ignore_errors=True)


def fresh(folder):
    """Services in a folder others may pass through, each part in a folder closed to them."""
    account = places.server_account()
    folder.chmod(0o711)
    sockets = places.private(folder / "pg", account=account)
    inner = places.private(folder / "redis", account=places.own_account())
    data = places.private(folder / "files", account=account) / "data"
    return Services(postgres.Cluster(data, sockets, account, durable=False), inner)


def prefix():
    return f"portal-once-{places.key()}-"


@contextmanager
def held(folder):
    """Hold the folder by a lock that the system takes away from a killed process. Raises `BlockingIOError`."""
    with (folder / "lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def sweep():
    """End and remove the throw-away services of commands that were killed; one that lives holds its folder."""
    for folder in Path(tempfile.gettempdir()).glob(f"{prefix()}*"):
        with suppress(BlockingIOError, FileNotFoundError, PermissionError), held(folder):
            processes.end_leftover(folder / "redis" / "redis.pid", marker=redis.MARKER)
            processes.end_leftover(folder / "files" / "data" / "postmaster.pid", marker=str(folder))
            shutil.rmtree(folder, ignore_errors=True)
