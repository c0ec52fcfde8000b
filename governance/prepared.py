"""Queries that are composed once and planned once (ADR 0014): composing and planning cost more than answering does.

    LIVE = Prepared(lambda user, at: Post.objects.live(at).filter(user=user), user=int, at=datetime)
    LIVE.rows(user=7, at=now)

The queryset stays the only place that says what is asked; it must have the same shape whatever the values (no `__in`, no slices by value).
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import connections
from psycopg2.extensions import AsIs

SAMPLES = {
    int: lambda index: 2_000_000_011 + index,
    str: lambda index: f"value {index} of a prepared query",
    UUID: lambda index: UUID(int=2**100 + index),
    datetime: lambda index: datetime(1999, 12, 31, 23, 59, 58, 765_431, tzinfo=UTC) + timedelta(microseconds=index),
}


class NotPrepared(ValueError):
    """A value does not reach the SQL as it is, so that it can't be exchanged."""


@dataclass(frozen=True)
class Composed:
    """A queryset and its SQL; `names` says which of the parameters is whose value, None where it stays."""

    queryset: Any
    compiler: Any
    sql: str
    params: tuple
    names: tuple

    @classmethod
    def of_text(cls, sql):
        """A query without values that no queryset says."""
        return cls(None, None, sql, (), ())

    @cached_property
    def statement(self):
        """What it is called on the server: the same for the same SQL, whoever composed it."""
        return "asked_" + sha256(f"{self.sql}{self.params}".encode()).hexdigest()[:32]

    @cached_property
    def order(self):
        """The names of the values as EXECUTE takes them, each once."""
        return tuple(dict.fromkeys(name for name in self.names if name))

    def on(self, connection, values):
        """The SQL and its parameters for these values: EXECUTE of what this connection has prepared, or the whole where it isn't kept."""
        if connection.settings_dict["CONN_MAX_AGE"] == 0:
            return self.sql, tuple(values[name] if name else one for name, one in zip(self.names, self.params, strict=True))
        if self.statement not in (kept := kept_by(connection)):
            self.prepare(connection)
            kept.add(self.statement)
        places = ", ".join(["%s"] * len(self.order))
        return f"EXECUTE {self.statement} ({places})" if places else f"EXECUTE {self.statement}", tuple(values[name] for name in self.order)

    def prepare(self, connection):
        numbered = [AsIs(f"${self.order.index(name) + 1}") if name else one for name, one in zip(self.names, self.params, strict=True)]
        with connection.connection.cursor() as cursor:
            cursor.execute(f"PREPARE {self.statement} AS {self.sql}", numbered)


def kept_by(connection):
    """The statements a connection has prepared; a new connection to the server has none."""
    connection.ensure_connection()
    server, kept = getattr(connection, "statements_kept", (None, None))
    if server is not connection.connection:
        kept = set()
        connection.statements_kept = connection.connection, kept
    return kept


def asked_again(queryset, compiler, sql_on: Callable):
    """The rows of a queryset that was composed by this compiler, asked by the SQL and parameters that `sql_on(connection)` gives."""
    queryset = queryset.all()

    def compiler_for(using, **_ignored):
        again = copy(compiler)
        again.connection, again.using = connections[using], using
        again.as_sql = lambda *_args, **_kwargs: sql_on(again.connection)
        return again

    queryset.query.get_compiler = compiler_for
    return list(queryset)


class Prepared:
    """`build(**values)` makes the queryset; `slots` are the types of its values: int, str, UUID or datetime."""

    def __init__(self, build: Callable, **slots):
        self.build, self.slots = build, slots

    @cached_property
    def composed(self):
        samples = {name: SAMPLES[kind](index) for index, (name, kind) in enumerate(self.slots.items())}
        queryset = self.build(**samples)
        compiler = queryset.query.get_compiler(queryset.db)
        sql, params = compiler.as_sql()
        whose = {sample: name for name, sample in samples.items()}
        names = tuple(whose.get(one) if isinstance(one, tuple(SAMPLES)) else None for one in params)
        if missing := set(self.slots) - set(names):
            raise NotPrepared(f"{', '.join(sorted(missing))}: not among the parameters of {sql}")
        return Composed(queryset, compiler, sql, tuple(params), names)

    def rows(self, **values):
        """The rows for these values, as a list: one query."""
        composed = self.composed
        return asked_again(composed.queryset, composed.compiler, lambda connection: composed.on(connection, values))

    def first(self, **values):
        """The first row, or None."""
        return next(iter(self.rows(**values)), None)


class PreparedOf(Prepared):
    """What hangs on one case or thing by its generic key: `build()` is the queryset over all of them."""

    def __init__(self, build):
        super().__init__(lambda kind, key: build().filter(content_type=kind, object_id=key), kind=int, key=int)

    def of(self, thing):
        return self.rows(kind=ContentType.objects.get_for_model(thing).pk, key=thing.pk)
