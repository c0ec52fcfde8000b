"""The gunicorn that is measured: threads with keep-alive, on 127.0.0.1 alone, one per database."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

from bench.databases import ROOT, url_of

HOST = "127.0.0.1"
WORKERS, THREADS = 2, 4
PATIENCE = 30.0  # seconds until the server must answer


class NoAnswer(RuntimeError):
    """The server did not start; its own words stand above."""


@contextmanager
def serving(size, port):
    """A server on the database of that size; ended with its workers when the block is left."""
    words = [
        sys.executable, "-m", "gunicorn", "governance.wsgi:application", "--bind", f"{HOST}:{port}", "--workers", str(WORKERS),
        "--threads", str(THREADS), "--worker-class", "gthread", "--keep-alive", "60", "--log-level", "warning", "--no-control-socket",
    ]  # fmt: skip
    child = subprocess.Popen(words, cwd=ROOT, env=environment(size))
    try:
        wait_for(child, port)
        yield port
    finally:
        child.terminate()
        child.wait(timeout=PATIENCE)


def environment(size):
    """As in production where it costs time: no DEBUG, compiled templates, persistent connections."""
    own = {
        "DATABASE_URL": url_of(size),
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "PORTAL_MODE": "demo",
        "DEBUG": "0",
        "LOG_LEVEL": "WARNING",
        "DATABASE_CONN_MAX_AGE": "600",
    }
    return {**os.environ, **own}


def wait_for(child, port):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and child.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise NoAnswer(f"no answer on {HOST}:{port}")
