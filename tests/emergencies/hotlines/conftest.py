"""A hotline with its key, and a client that signs as docs/hotlines.md says."""

import json
import time
from itertools import count
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from emergencies.hotlines.models import Hotline
from emergencies.hotlines.rules import signature
from emergencies.hotlines.services import rotate_key
from tests import actors

URL = reverse("hotlines_incidents")
FIRE = {
    "number": "119-0001", "revision": 1, "kind": "fire", "description": "五楼厨房着火，有浓烟。",
    "occurred_at": "2026-11-23T09:50:00+08:00",
    "place_code": actors.TOWNSHIP, "address": "新华路18号", "badly_hurt": 1, "caller": {"name": "王建国", "phone": "13800000000"},
}  # fmt: skip
SERIAL = count(1)


def headers_of(key, secret, content, *, stamp=None, nonce=None):
    stamp, nonce = str(stamp or int(time.time())), nonce or f"nonce-{next(SERIAL):016}"
    return {
        "X-Hotline-Key": key, "X-Hotline-Timestamp": stamp, "X-Hotline-Nonce": nonce,
        "X-Hotline-Signature": signature(secret, stamp, nonce, content),
    }  # fmt: skip


def fire(revision=1, **facts):
    """A message about the fire; a revision above the first says only what is given."""
    return {**FIRE, **facts} if revision == 1 else {"number": FIRE["number"], "revision": revision, **facts}


@pytest.fixture
def hotline(offices):
    """119 with its key: `send(told)` signs and posts, `ask(number)` signs and reads."""
    actors.office("bureau", actors.COUNTY, "fire")
    row = Hotline.objects.get(code="119")
    key, secret = rotate_key(row, by=None, at=timezone.now())
    return SimpleNamespace(row=row, key=key, secret=secret)


@pytest.fixture
def send(client, hotline):
    def post(told, *, content=None, headers=None, **more):
        body = json.dumps(told).encode() if content is None else content
        signed = headers or headers_of(hotline.key.name, hotline.secret, body, **more)
        return client.post(URL, body, content_type="application/json", headers=signed)

    return post


@pytest.fixture
def ask(client, hotline):
    def get(number):
        url = reverse("hotlines_incident", args=[number])
        return client.get(url, headers=headers_of(hotline.key.name, hotline.secret, url.encode()))

    return get
