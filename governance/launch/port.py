"""The address the portal will listen on: read from HOST and PORT, and tried before anything is started."""

import errno
import os
import socket

from governance.launch.places import Refused

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8000
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}


def wanted(environment=os.environ):
    """(host, port) as the environment asks. Raises `Refused` when PORT is no port."""
    text = environment.get("PORT") or str(DEFAULT_PORT)
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise Refused(f"PORT={text} is not a port: give a number from 1 to 65535, for example PORT=8001 make run")
    return environment.get("HOST") or DEFAULT_HOST, int(text)


def address(host, port):
    """Where a browser on this machine finds the portal."""
    shown = EVERYWHERE.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


def check(host, port):
    """Raises `Refused`, naming the port and the way out, when the portal could not listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            probe.listen(1)
    except OSError as error:
        raise Refused(refusal(host, port, error)) from None


def refusal(host, port, error):
    other = f"choose another one, for example: PORT={port + 1 if 1024 <= port < 65535 else 8001} make run"
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program. End that program, or {other}"
    if error.errno in {errno.EACCES, errno.EPERM}:
        return f"Port {port} is not open to this user (below 1024 needs root): {other}"
    return f"Cannot listen on {host}, port {port}: {error.strerror or error}. Set HOST and PORT, for example: {other}"
