"""Queries kept as they were composed, under everything they depend on (ADR 0021): composing one costs more than answering it.

A process keeps the SQL alone, never an answer. What depends on the time says so by `at_sending`; a query that holds a plain moment, or
asked the database while it was composed, is composed anew each time.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.utils import timezone
from psycopg2.extensions import adapt, register_adapter

from governance.prepared import asked_again

KEPT = 5_000


class AtSending(datetime):
    """A moment reckoned when its query is sent; until then it is what it was when made."""

    def __new__(cls, reckon):
        made = reckon(timezone.now())
        moment = super().__new__(cls, *made.timetuple()[:6], made.microsecond, made.tzinfo, fold=made.fold)
        moment.reckon = reckon
        return moment

    def __reduce_ex__(self, protocol):
        return AtSending, (self.reckon,)

    def __deepcopy__(self, memo):
        return self


def at_sending(reckon: Callable = lambda now: now):
    """The present moment, or what `reckon` makes of it, as a value for a filter: right whenever the query is sent."""
    return AtSending(reckon)


register_adapter(AtSending, lambda moment: adapt(moment.reckon(timezone.now())))


@dataclass(frozen=True)
class Kept:
    """A queryset with the SQL it composes to; `sql` is empty where it can find nothing."""

    queryset: Any
    compiler: Any
    sql: str
    params: tuple

    def rows(self):
        """What it finds now, as a list."""
        return asked_again(self.queryset, self.compiler, lambda _connection: (self.sql, self.params)) if self.sql else []


_kept: OrderedDict = OrderedDict()


def composed(key, build):
    """The queryset of `build()` as SQL. `key` is all it depends on; None: it is not kept."""
    if key is not None and key in _kept:
        _kept.move_to_end(key)
        return _kept[key]
    found, asked = _compose(build)
    if key is not None and not asked and not any(holds_a_moment(value) for value in found.params):
        _kept[key] = found
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found


def _compose(build):
    """(what `build()` composes to, whether it asked the database on the way)"""
    asked = []

    def noting(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connections["default"].execute_wrapper(noting):
        queryset = build()
        compiler = queryset.query.get_compiler(queryset.db)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            sql, params = "", ()
    return Kept(queryset, compiler, sql, tuple(params)), bool(asked)


def holds_a_moment(value):
    """Whether a parameter would be out of date tomorrow."""
    return isinstance(value, date) and not isinstance(value, AtSending)
