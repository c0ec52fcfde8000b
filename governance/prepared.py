"""Queries whose SQL is composed once. Composing costs the ORM more than PostgreSQL takes to answer, so what every page asks is prepared.

    LIVE = Prepared(lambda user, at: Post.objects.live(at).filter(user=user), user=int, at=datetime)
    LIVE.rows(user=7, at=now)

The queryset stays the only place that says what is asked; it must have the same shape whatever the values (no `__in`, no slices by value).
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import connections

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
        params = tuple(values[name] if name else one for name, one in zip(composed.names, composed.params, strict=True))
        queryset = composed.queryset.all()

        def compiler_for(using, **_ignored):
            compiler = copy(composed.compiler)
            compiler.connection, compiler.using = connections[using], using
            compiler.as_sql = lambda *_args, **_kwargs: (composed.sql, params)
            return compiler

        queryset.query.get_compiler = compiler_for
        return list(queryset)

    def first(self, **values):
        """The first row, or None."""
        return next(iter(self.rows(**values)), None)


class PreparedOf(Prepared):
    """What hangs on one case or thing by its generic key: `build()` is the queryset over all of them."""

    def __init__(self, build):
        super().__init__(lambda kind, key: build().filter(content_type=kind, object_id=key), kind=int, key=int)

    def of(self, thing):
        return self.rows(kind=ContentType.objects.get_for_model(thing).pk, key=thing.pk)
