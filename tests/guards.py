"""Over every test: reading a page never writes, no page shows a variable that is not there, and the static files are found once."""

import re
from contextlib import contextmanager

import pytest
from django.db import connections
from django.template import engines
from django.test import Client
from whitenoise.base import WhiteNoise

WRITES = re.compile(r"^[\s(]*(INSERT|UPDATE|DELETE|TRUNCATE|MERGE|COPY|CREATE|ALTER|DROP)\b", re.IGNORECASE)
WRITES_WITHIN = re.compile(r"^[\s(]*WITH\b.*\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\b", re.IGNORECASE | re.DOTALL)
OWN_HOUSEKEEPING = re.compile(r'^[\s(]*(INSERT INTO|UPDATE|DELETE FROM)\s+"?django_session"?', re.IGNORECASE)
READING = ("GET", "HEAD", "OPTIONS")


class WroteWhileReading(AssertionError):
    """A request that only reads changed the database."""


class UndefinedVariable(AssertionError):
    """A template asks for something its context does not hold: guard optional values with {% if %}."""


def writes(sql):
    """Whether a statement changes anything but the session it belongs to."""
    text = str(sql)
    return bool(WRITES.match(text) or WRITES_WITHIN.match(text)) and not OWN_HOUSEKEEPING.match(text)


def refuse_writes(execute, sql, params, many, context):
    if writes(sql):
        raise WroteWhileReading(str(sql)[:300])
    return execute(sql, params, many, context)


@contextmanager
def reading_only(using="default"):
    """Within it, a statement that writes raises."""
    with connections[using].execute_wrapper(refuse_writes):
        yield


@pytest.fixture(autouse=True)
def get_never_writes(monkeypatch):
    """GET never writes: whatever the test client reads is read behind `reading_only`."""
    request = Client.request

    def guarded(client, **environ):
        if environ.get("REQUEST_METHOD") not in READING:
            return request(client, **environ)
        with reading_only():
            return request(client, **environ)

    monkeypatch.setattr(Client, "request", guarded)


class Loud(str):
    """Stands in for `string_if_invalid`. Django asks whether it holds "%s" and fills in the variable's name.

    Where it does not ask, writing the value out raises.
    """

    __slots__ = ()

    def __contains__(self, part):
        return True

    def __mod__(self, variable):
        raise UndefinedVariable(f"undefined in a template: {variable}")

    def __str__(self):
        raise UndefinedVariable("an undefined value is written out")

    __html__ = __str__


@pytest.fixture(autouse=True)
def no_undefined_variables(monkeypatch):
    """An undefined template variable fails the test, wherever the template is rendered; {% if %} may ask freely."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Loud("%s"))


@pytest.fixture(scope="session", autouse=True)
def static_files_found_once():
    """Each test client loads the middleware anew, and WhiteNoise then reads the whole folder: most of a short test's time."""
    patch, find, known = pytest.MonkeyPatch(), WhiteNoise.update_files_dictionary, {}

    def remembered(noise, root, prefix):
        if (root, prefix) not in known:
            find(noise, root, prefix)
            known[root, prefix] = dict(noise.files)
        noise.files.update(known[root, prefix])

    patch.setattr(WhiteNoise, "update_files_dictionary", remembered)
    yield
    patch.undo()
