"""The guards over every test do what they say."""

import pytest
from django.template import engines
from django.test import Client

from governance.people.models import User
from tests.guards import UndefinedVariable, WroteWhileReading, reading_only, writes


def drawn(text, **context):
    return engines["django"].from_string(text).render(context)


@pytest.mark.parametrize(
    "sql",
    [
        'INSERT INTO "governance_event" VALUES (1)', "update governance_user set name = ''", "DELETE FROM x",
        "TRUNCATE governance_event",
        "WITH old AS (SELECT 1) UPDATE governance_user SET name = ''", "  ( INSERT INTO x VALUES (1))",
    ],
)  # fmt: skip
def test_statements_that_write_are_known(sql):
    assert writes(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM governance_event",
        "SAVEPOINT s1",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        'UPDATE "django_session" SET x = 1',
    ],
)
def test_reading_and_the_session_are_let_through(sql):
    assert not writes(sql)


def test_writing_while_reading_raises(db):
    with reading_only(), pytest.raises(WroteWhileReading):
        User.objects.create(username="someone", name="某人")


def test_a_get_that_writes_raises(db, monkeypatch):
    monkeypatch.setattr("governance.web.health.look", lambda at: User.objects.create(username="x", name="x"))
    with pytest.raises(WroteWhileReading):
        Client().get("/readyz")


def test_a_variable_that_is_not_there_raises():
    with pytest.raises(UndefinedVariable, match="missing"):
        drawn("{{ missing }}")


def test_an_attribute_that_is_not_there_raises():
    with pytest.raises(UndefinedVariable, match="user.missing"):
        drawn("{{ user.missing }}", user=User())


def test_asking_whether_it_is_there_is_allowed():
    assert drawn("{% if missing %}a{% elif missing.too == 1 %}b{% else %}c{% endif %}") == "c"


def test_what_is_there_is_shown():
    assert drawn("{{ word }}", word="在") == "在"
