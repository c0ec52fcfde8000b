"""Reads the process environment; imports nothing of the project.

`make run` leaves what it started (database, Redis, mode) in `var/run/environment`, so that a `manage.py` command typed in another
terminal finds the running portal. Variables that are set already always win.
"""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
RUNNING = ROOT / "var" / "run" / "environment"


class Misconfigured(SystemExit):
    """The environment lacks something the portal cannot run without; the message names it."""


def load_running(path=RUNNING):
    """Fill unset variables from the running portal's file, one NAME=value a line."""
    if "DATABASE_URL" in os.environ or not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition("=")
        os.environ.setdefault(name, value)


def text(name, default=""):
    return os.environ.get(name, default)


def flag(name, *, default=False):
    value = os.environ.get(name)
    return default if value is None else value.lower() in {"1", "true", "yes", "on"}


def number(name, default):
    return int(os.environ.get(name, default))


def listing(name, default=""):
    return [item.strip() for item in os.environ.get(name, default).split(",") if item.strip()]


def required(name, *, otherwise=None):
    """The variable's value, or `otherwise` where the mode allows a stand-in; refuses to start without either."""
    value = os.environ.get(name) or otherwise
    if not value:
        raise Misconfigured(f"{name} is not set: see docs/operations.md (or start the demo with `make run`).")
    return value


def database(url):
    """Django's database settings from postgresql://user:password@host:port/name?host=/socket/folder."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise Misconfigured("DATABASE_URL must begin with postgresql://")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django_prometheus.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or options.pop("user", "")),
        "PASSWORD": unquote(parts.password or options.pop("password", "")),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": number("DATABASE_CONN_MAX_AGE", 600),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5, **options},
    }
