"""The gateway's adapters, against a real server on this machine."""

import hashlib
import hmac
import json
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
import structlog

from governance.notices import sms
from governance.notices.errors import NotDelivered, Refused
from governance.notices.sms import ConsoleSms, HttpSms

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
KEY, SECRET, PHONE, TEXT = "5a1f3c1e-0000-5000-8000-000000000000", "s3cret", "13800000000", "您反映的事项已有答复。"


class Answering(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append((dict(self.headers), body))
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        """Quiet: the tests look at what was received."""


@pytest.fixture
def server():
    server = HTTPServer(("127.0.0.1", 0), Answering)
    server.received, server.status = [], 200
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def adapter(server):
    return HttpSms(f"http://127.0.0.1:{server.server_port}/send", SECRET)


def send(adapter):
    adapter.send(PHONE, TEXT, key=KEY, at=AT)


def test_number_and_text_arrive_as_json(adapter, server):
    send(adapter)
    [(headers, body)] = server.received
    assert json.loads(body) == {"to": PHONE, "text": TEXT}
    assert headers["Idempotency-Key"] == KEY


def test_the_signature_covers_moment_key_and_body(adapter, server):
    send(adapter)
    [(headers, body)] = server.received
    signed = f"{int(AT.timestamp())}\n{KEY}\n".encode() + body
    assert headers["X-Signature"] == hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()


@pytest.mark.parametrize("status", [500, 502, 503, 429, 408])
def test_trouble_at_the_gateway_is_tried_again(adapter, server, status):
    server.status = status
    with pytest.raises(NotDelivered, match=str(status)) as caught:
        send(adapter)
    assert caught.type is NotDelivered


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_a_refusal_is_final(adapter, server, status):
    server.status = status
    with pytest.raises(Refused, match=str(status)):
        send(adapter)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed_with_a_number_in_hand(adapter, server, status):
    server.status = status
    with pytest.raises(Refused, match=str(status)):
        send(adapter)
    assert len(server.received) == 1


def test_a_gateway_that_is_away_is_tried_again():
    with pytest.raises(NotDelivered, match="无法连接"):
        send(HttpSms("http://127.0.0.1:1/send", SECRET))


def test_a_gateway_that_never_answers_is_given_up(adapter, server, monkeypatch):
    monkeypatch.setattr(sms, "TIMEOUT", 0.2)
    monkeypatch.setattr(Answering, "do_POST", lambda handler: server.received.append(handler.rfile.read(1)))
    with pytest.raises(NotDelivered, match="无法连接"):
        send(adapter)


@pytest.mark.parametrize("url", ["http://gateway.example.org/send", "file:///etc/passwd", "ftp://127.0.0.1/x", ""])
def test_nothing_leaves_unencrypted(url):
    with pytest.raises(NotDelivered):
        send(HttpSms(url, SECRET))


def test_nothing_leaves_unsigned():
    with pytest.raises(NotDelivered, match="未配置"):
        send(HttpSms("https://gateway.example.org/send", ""))


def test_no_error_ever_holds_the_number(adapter, server):
    server.status = 500
    with pytest.raises(NotDelivered) as caught:
        send(adapter)
    assert PHONE not in str(caught.value)
    assert caught.value.__suppress_context__


def test_the_stand_in_says_so_and_masks_the_number():
    with structlog.testing.capture_logs() as lines:
        send(ConsoleSms())
    [line] = lines
    assert line["sent"] is False
    assert "stand-in" in line["note"]
    assert (line["to"], PHONE in str(line)) == ("138****0000", False)
