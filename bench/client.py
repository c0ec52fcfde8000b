"""One person with a browser: a kept connection, a session, and TCP_NODELAY, so that no acknowledgement waits 40 ms."""

import socket
import time
from http.client import HTTPConnection
from urllib.parse import urlencode

from bench.server import HOST

TOKEN = "b" * 32  # a CSRF secret of our own: the cookie and the header only have to agree
COUNT, COUNTED = "X-Bench-Count", "X-Bench-Statements"


class Failed(RuntimeError):
    """A page did not answer as it should; measured time would mean nothing."""


class Client:
    """Sends one request at a time over one connection; `session` is a session key or None."""

    def __init__(self, port, session=None):
        self.connection = HTTPConnection(HOST, port, timeout=60)
        self.connection.connect()
        self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        cookies = f"csrftoken={TOKEN}" + (f"; sessionid={session}" if session else "")
        self.headers = {"Cookie": cookies, "X-CSRFToken": TOKEN, "Host": HOST, "Accept-Language": "zh-hans"}

    def send(self, path, *, data=None, expected=200, counting=False):
        """(seconds, statements or None, body). Raises `Failed` on any other status than `expected`."""
        body = urlencode(data, doseq=True).encode() if data is not None else None
        headers = {**self.headers, **({COUNT: "1"} if counting else {})}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self.connection.request("POST" if body is not None else "GET", path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        seconds = time.perf_counter() - began
        if answer.status != expected:
            raise Failed(f"{path} answered {answer.status}, not {expected}: {text[:300]!r}")
        return seconds, int(answer.headers.get(COUNTED) or 0), text

    def close(self):
        self.connection.close()
