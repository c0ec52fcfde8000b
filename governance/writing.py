"""INSERT statements composed once for each model: what every step of every case writes, without composing it every time."""

from functools import cache

from django.db import connection
from django.db.models.expressions import DatabaseDefault


def insert(rows, *, unless_there=False):
    """Write these new rows of one model in one statement, and tell each its key; `unless_there` leaves out what a unique key has already,
    and tells none. What `save()` would do besides (signals, overridden `save`) does not happen."""
    if not rows:
        return
    model = type(rows[0])
    begin, row, fields = _parts(model)
    values = [field.get_db_prep_save(_value(field, one), connection) for one in rows for field in fields]
    end = "ON CONFLICT DO NOTHING" if unless_there else f"RETURNING {model._meta.pk.column}"
    with connection.cursor() as cursor:
        cursor.execute(f"{begin} {', '.join([row] * len(rows))} {end}", values)
        keys = [] if unless_there else cursor.fetchall()
    for one, (key,) in zip(rows, keys, strict=not unless_there):
        one.pk = key
        one._state.adding, one._state.db = False, connection.alias


def _value(field, one):
    """What goes into the column; where only the database has a default, the row is told it."""
    value = field.pre_save(one, True)
    if isinstance(value, DatabaseDefault):
        value = field.db_default
        setattr(one, field.attname, value)
    return value


@cache
def _parts(model):
    """(the statement up to VALUES, one row of it, its fields); all but the key, which the database gives."""
    fields = tuple(field for field in model._meta.concrete_fields if not field.primary_key and not field.generated)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES', f"({', '.join(['%s'] * len(fields))})", fields
