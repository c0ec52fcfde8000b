"""The portal behind a port, in a thread of the tests: its static files too, every request with its own connection."""

from contextlib import contextmanager, suppress
from socket import SHUT_RDWR
from threading import Condition, Thread

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import QuietWSGIRequestHandler

LONGEST_ANSWER = 30  # seconds


class Line(ThreadedWSGIServer):
    """A server whose line can be cut: what is open ends, what comes is dropped without a word. `arrived` notes each request as
    (method, path): a browser that is told to be offline still lets some of its own through."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_cut, self.connections, self.arrived = False, set(), []
        self.running, self.is_quiet = 0, Condition()
        self.set_app(self.noting(StaticFilesHandler(WSGIHandler())))

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def noting(self, app):
        def answer(environ, start_response):
            self.arrived.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
            self.count(1)
            try:
                return app(environ, start_response)
            finally:
                self.count(-1)

        return answer

    def count(self, more):
        with self.is_quiet:
            self.running += more
            self.is_quiet.notify_all()

    def rest(self):
        """Wait until nothing is being answered any more: a page that was closed leaves its last requests behind."""
        with self.is_quiet:
            assert self.is_quiet.wait_for(lambda: not self.running, timeout=LONGEST_ANSWER)

    def verify_request(self, request, client_address):
        if not self.is_cut:
            self.connections.add(request)
        return not self.is_cut

    def close_request(self, request):
        self.connections.discard(request)
        super().close_request(request)

    def cut(self):
        self.is_cut = True
        for connection in [*self.connections]:
            with suppress(OSError):
                connection.shutdown(SHUT_RDWR)
        self.arrived.clear()

    def mend(self):
        self.is_cut = False


@contextmanager
def portal():
    """Serve until the block ends; gives the line."""
    line = Line(("127.0.0.1", 0), QuietWSGIRequestHandler)
    thread = Thread(target=line.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield line
    finally:
        line.shutdown()
        line.server_close()
        thread.join(timeout=5)
