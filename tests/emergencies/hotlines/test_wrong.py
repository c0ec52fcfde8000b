"""What cannot be understood: told field by field, kept as it came, and no incident."""

import pytest

from emergencies.hotlines.models import HotlineMessage
from emergencies.incidents.models import Incident
from tests.emergencies.hotlines.conftest import fire

WRONG = {
    "number": ["", None, 5, "a b", "x" * 61],
    "revision": [0, -1, "1", True, None, 1.5],
    "kind": ["volcano", 7],
    "description": ["", "  ", "x" * 2001, "a\x00b", "\ud800", 3],
    "occurred_at": ["2026-11-23T09:50:00", "yesterday", 5, "2999-01-01T00:00:00+08:00", "0001-01-01T00:00:00+14:00"],
    "place_code": ["110101", "", 150102, "x"],
    "dead": [-1, "1", True, 1.5, 10**12],
    "latitude": [91, "40", True],
    "status": ["gone"],
    "caller": ["王", {"age": 3}, {"phone": "abc"}, {"name": 5}, {"name": "x" * 41}],
    "title": ["x" * 61],
    "surprise": [1],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_each_field_says_what_is_wrong_with_it(send, name, value):
    answer = send({**fire(), name: value})
    assert answer.status_code == 422, answer.json()
    assert name in answer.json()["error"]["fields"]
    assert not Incident.objects.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"revision": NaN}', b"[" * 9000, b"9" * 5000, b"null"])
def test_what_is_no_object_is_refused(send, content):
    answer = send(None, content=content)
    assert (answer.status_code, [*answer.json()["error"]["fields"]]) == (422, ["body"])


def test_it_is_kept_as_it_came_with_what_was_told(send):
    send({**fire(), "dead": -1})
    kept = HotlineMessage.objects.get()
    assert (kept.outcome, kept.call_number, [*kept.told]) == ("invalid", "119-0001", ["dead"])
    assert '"dead": -1' in kept.body.open()


def test_one_coordinate_alone_is_refused(send):
    assert "longitude" in send({**fire(), "latitude": 40.8}).json()["error"]["fields"]


@pytest.mark.parametrize("code", ["150102", "150102000000", "1501", "150100"])
def test_a_division_is_known_with_or_without_its_zeros(send, code):
    assert send(fire(place_code=code)).status_code == 201


def test_what_is_null_counts_as_not_said(send):
    assert send(fire(title=None, dead=None, caller=None, latitude=None)).status_code == 201
