"""The databases that are measured: one per size, on the cluster of DATABASE_URL, made once and kept between runs."""

import hashlib
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

ROOT = Path(__file__).resolve().parent.parent
LOADERS = ("load_divisions", "load_calendar", "load_limits", "load_tables", "sync_access")
REMARK = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"


def named(size):
    return f"bench_{size}"


def url_of(size):
    """The DATABASE_URL of the database with that many complaints."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(parts._replace(path=f"/{named(size)}"))


def fingerprint():
    """Changes when any migration does, so that no run measures yesterday's tables."""
    files = sorted(ROOT.glob("*/migrations/0*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def provide(size, *, reuse=False, say=print):
    """Make the database unless it stands already; `reuse` takes one of other migrations too. Returns its URL."""
    with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(REMARK, [named(size)])
            found = cursor.fetchone()
            if found and found[0] and (reuse or found[0] == fingerprint()):
                return url_of(size)
            say(f"making {named(size)}; it is kept for later runs")
            cursor.execute(f'DROP DATABASE IF EXISTS "{named(size)}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{named(size)}"')
            fill(size)
            tidy(size)
            cursor.execute(f"COMMENT ON DATABASE \"{named(size)}\" IS '{fingerprint()}'")
    return url_of(size)


def fill(size):
    """Tables, divisions, limits, catalogue, people, and that many complaints and grid reports."""
    for words in (["migrate", "-v0"], *([loader] for loader in LOADERS)):
        manage(size, *words, quiet=True)
    manage(size, "seed_demo", "--scale", "city", "--complaints", str(size))
    manage(size, "load_reports", "--count", str(size))
    manage(size, "prepare_floor", settings="bench.settings")


def tidy(size):
    """As a database that has been in use stands: what loading left behind is cleared away, and the planner knows what there is."""
    with closing(psycopg2.connect(os.environ["DATABASE_URL"], dbname=named(size))) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")


def manage(size, *words, quiet=False, settings="governance.settings"):
    """A management command on one of the databases."""
    env = {**os.environ, "DATABASE_URL": url_of(size), "PORTAL_MODE": "demo", "DJANGO_SETTINGS_MODULE": settings}
    output = subprocess.DEVNULL if quiet else None
    subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=env, stdout=output, check=True)
