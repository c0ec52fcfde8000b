"""A client with a key, and two answers of the interface read at once: the XML and the JSON of the same address."""

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.core.cache import cache

from disputes.complaints.models import Category
from disputes.open311.enums import Scope
from disputes.open311.models import ApiKey
from disputes.open311.services import issue_key
from tests import actors

BASE = "/open311/v2"
LAMP = "0403"  # a public category
WAGES = "0801"  # one that is not


@pytest.fixture
def issued(offices, at):
    """Issues keys: `issued(per_hour=2)` gives the row with its plain key."""

    def issue(**facts):
        key = ApiKey(**{"name": "青城 App", "contact": "某公司 0471-1234567", "scopes": list(Scope.values), "per_hour": 1000, **facts})
        key.plain = issue_key(key, by=None, at=at)
        return key

    return issue


@pytest.fixture
def key(issued):
    return issued()


@pytest.fixture
def georeport(client, key):
    """A client as any city's: get(name), post(name, **fields)."""

    def get(name, **query):
        return client.get(f"{BASE}/{name}", query)

    def post(name, *, headers=None, **fields):
        return client.post(f"{BASE}/{name}", {"api_key": key.plain, **fields}, headers=headers or {})

    def filed(**fields):
        sent = {"service_code": LAMP, "lat": "40.8426", "long": "111.7492", "description": "路灯不亮", **fields}
        return post("requests.json", **sent).json()[0]["service_request_id"]

    return SimpleNamespace(get=get, post=post, filed=filed, key=key)


@pytest.fixture
def lamp(db):
    return Category.objects.get(code=LAMP)


@pytest.fixture
def wages(db):
    return Category.objects.get(code=WAGES)


def tree(answer):
    """The XML of an answer."""
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    assert answer.content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    return ElementTree.fromstring(answer.content)


def as_data(element):
    """XML read by the Spark convention: what the JSON of the same answer says, every value as text."""
    children = list(element)
    if not children:
        return element.text or ""
    plural = element.tag.endswith("s") and all(child.tag == children[0].tag for child in children) and element.tag != "address"
    return [as_data(child) for child in children] if plural else {child.tag: as_data(child) for child in children}


def as_text(value):
    """JSON with every value as XML writes it."""
    if isinstance(value, dict):
        return {name: as_text(one) for name, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


HOME = actors.VILLAGE
