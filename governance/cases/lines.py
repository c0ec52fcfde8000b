"""The rows of a worklist, read without joining what hardly ever changes.

Of the two milliseconds PostgreSQL took for fifty rows, three quarters went into planning and making the joins to places and offices, for
names alone. So a row brings their keys, and each process keeps the names (ADR 0020).
"""

from collections import namedtuple
from functools import cache
from time import monotonic

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, OuterRef, Subquery, When

from governance.deadlines.models import Deadline, Limit
from governance.kept import composed
from governance.people.models import Office
from governance.places.models import Place

LINE = ("number", "title", "state", "opened_at", "due_at", "closed_at", "place__full_name", "office__short_name", "limit_unit")
SECONDS = 60  # within which a new name of a place or an office shows


class Names:
    """{key: name} of all rows of a register, read anew after `SECONDS` and when a key is not among them."""

    def __init__(self, model, column):
        self.model, self.column, self.known, self.until = model, column, {}, 0

    def of(self, key):
        if key is None:
            return None
        if key not in self.known or monotonic() > self.until:
            self.known, self.until = dict(self.model.objects.values_list("pk", self.column)), monotonic() + SECONDS
        return self.known.get(key)


def lines(rows, more):
    """The rows as named tuples of "pk", `LINE` and `more`; names of places and offices as every process keeps them."""
    asked = ("pk", *LINE, *more)
    return _named(rows.model, asked, with_unit(rows).values_list(*columns_of(rows.model, asked)[0]))


def lines_kept(key, model, rows):
    """The same of the queryset `rows()`, composed once for all that `key` stands for."""
    asked = ("pk", *LINE, *model.objects.none().line_more)
    columns, _named_ones = columns_of(model, asked)
    return _named(model, asked, composed(("lines", key), lambda: with_unit(rows().for_lines()).values_list(*columns)).rows())


def with_unit(rows):
    """The limit of the clock that ends first, as `limit_unit`, read by its unit: a list counts a clock as the page of the case does."""
    kind = ContentType.objects.get_for_model(rows.model)
    clocks = Deadline.objects.still_open().filter(content_type=kind, object_id=OuterRef("pk")).order_by("due_at")
    return rows.annotate(limit_unit=Case(When(due_at__isnull=False, then=Subquery(clocks.values("limit")[:1]))))


def _named(model, asked, rows):
    named, row_of, found = columns_of(model, asked)[1], row_class(asked), []
    for row in rows:
        values = [*row]
        for index, names in named:
            values[index] = names.of(values[index])
        found.append(row_of._make(values))
    return found


@cache
def row_class(asked):
    return namedtuple("Line", asked)


@cache
def columns_of(model, asked):
    """The columns to read, and at which of them stands a key whose name is kept."""
    columns, named = [], []
    for index, name in enumerate(asked):
        relation, _, column = name.partition("__")
        register = getattr(model._meta.get_field(relation), "related_model", None) if column else None
        if register in (Place, Office):
            named.append((index, kept(register, column)))
        if name == "limit_unit":
            named.append((index, kept(Limit, "unit")))
        columns.append(f"{relation}_id" if register in (Place, Office) else name)
    return columns, named


@cache
def kept(register, column):
    return Names(register, column)
