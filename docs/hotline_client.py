"""A mock hotline: signs messages as docs/hotlines.md says and sends them. Needs nothing but Python 3.

python3 docs/hotline_client.py --key demo-119 --secret demo-hotline-119-hohhot-secret report
python3 docs/hotline_client.py … walk        # a report, an update, a replay, messages out of order; ends with 1 if one is not as promised
python3 docs/hotline_client.py … send FILE   # the JSON of FILE, "-" reads standard input
python3 docs/hotline_client.py … ask NUMBER  # how the matter stands
"""

import argparse
import hashlib
import hmac
import json
import secrets
import sys
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime
from pathlib import Path


class Hotline:
    """One hotline's end of the line."""

    def __init__(self, base, key, secret):
        self.base, self.key, self.secret = base.rstrip("/"), key, secret

    def headers(self, content, *, stamp=None, nonce=None):
        """HMAC-SHA256 over timestamp, nonce and content, each on a line of its own."""
        stamp, nonce = stamp or str(int(time.time())), nonce or secrets.token_urlsafe(24)
        signed = f"{stamp}\n{nonce}\n".encode() + content
        return {
            "X-Hotline-Key": self.key,
            "X-Hotline-Timestamp": stamp,
            "X-Hotline-Nonce": nonce,
            "X-Hotline-Signature": hmac.new(self.secret.encode(), signed, hashlib.sha256).hexdigest(),
        }

    def send(self, told, headers=None):
        """(status, answer) of a message."""
        content = json.dumps(told, ensure_ascii=False).encode()
        return self.call("/hotlines/v1/incidents", content, headers or self.headers(content))

    def ask(self, number):
        """(status, answer) about a matter; for a GET the path is signed."""
        path = f"/hotlines/v1/incidents/{number}"
        return self.call(path, None, self.headers(path.encode()))

    def call(self, path, content, headers):
        request = urllib.request.Request(self.base + path, data=content, headers={"Content-Type": "application/json", **headers})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)


def report(number, place):
    return {
        "number": number,
        "revision": 1,
        "kind": "fire",
        "title": "居民楼厨房起火",
        "description": "五楼厨房着火，有浓烟，住户正在疏散。",
        "occurred_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "place_code": place,
        "address": "新华路18号院3号楼",
        "lightly_hurt": 1,
        "caller": {"name": "来电人", "phone": "13800000000"},
    }


def walk(hotline, place):
    """What the interface promises, tried; True where all of it holds."""
    first, second = f"MOCK-{secrets.token_hex(4)}", f"MOCK-{secrets.token_hex(4)}"
    told, closed = report(first, place), {"number": second, "revision": 2, "status": "closed"}
    content = json.dumps(told, ensure_ascii=False).encode()
    headers = hotline.headers(content)
    tries = (
        ("report", 201, lambda: hotline.send(told, headers)),
        ("replayed", 409, lambda: hotline.send(told, headers)),
        ("sent again, signed anew", 200, lambda: hotline.send(told)),
        ("update", 200, lambda: hotline.send({"number": first, "revision": 2, "lightly_hurt": 3})),
        ("update before its report", 202, lambda: hotline.send(closed)),
        ("its report", 201, lambda: hotline.send(report(second, place))),
        ("how it stands", 200, lambda: hotline.ask(second)),
        ("wrongly signed", 401, lambda: hotline.send(told, {**headers, "X-Hotline-Signature": "0" * 64})),
        ("wrong content", 422, lambda: hotline.send({**told, "revision": 0})),
    )
    found = [told_as(name, wanted, *attempt()) for name, wanted, attempt in tries]
    return all(found)


def told_as(name, wanted, status, answer):
    print(f"{'ok' if status == wanted else 'WRONG'} {name}: {status} {json.dumps(answer, ensure_ascii=False)}")
    return status == wanted


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default="http://localhost:8000")
    parser.add_argument("--key", required=True)
    parser.add_argument("--secret", required=True)
    parser.add_argument("--place", default="150102", help="division code")
    parser.add_argument("act", choices=["report", "walk", "send", "ask"])
    parser.add_argument("what", nargs="?", default="")
    given = parser.parse_args()
    hotline = Hotline(given.url, given.key, given.secret)
    if given.act == "walk":
        return 0 if walk(hotline, given.place) else 1
    if given.act == "ask":
        status, answer = hotline.ask(given.what)
    elif given.act == "send":
        status, answer = hotline.send(json.loads(sys.stdin.read() if given.what == "-" else Path(given.what).read_text(encoding="utf-8")))
    else:
        status, answer = hotline.send(report(given.what or f"MOCK-{secrets.token_hex(4)}", given.place))
    print(status, json.dumps(answer, ensure_ascii=False, indent=2))
    return 0 if status < 400 else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except urllib.error.URLError as failed:
        sys.exit(f"no answer: {failed.reason}")
