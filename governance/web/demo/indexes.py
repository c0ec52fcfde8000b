"""Takes constraints and secondary indexes off while rows are loaded, and puts them back from their own definitions.

A sorted build at the end costs a fraction of keeping every index at every row, and a foreign key put back is a foreign
key proven. The definitions lie in a schema of the load's own meanwhile.
"""

from django.db import connection, transaction

REMEMBER = """
CREATE TABLE {schema}.aside AS
SELECT 1 AS turn, c.conrelid::regclass::text AS owner, c.conname AS name, 'CONSTRAINT' AS sort,
    format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) AS definition
FROM pg_constraint c WHERE c.conrelid = ANY(%(tables)s::regclass[]) AND c.contype = 'u'
UNION ALL
SELECT 3, c.conrelid::regclass::text, c.conname, 'CONSTRAINT',
    format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
FROM pg_constraint c WHERE c.conrelid = ANY(%(tables)s::regclass[]) AND c.contype = 'f'
UNION ALL
SELECT 2, i.indrelid::regclass::text, i.indexrelid::regclass::text, 'INDEX', pg_get_indexdef(i.indexrelid)
FROM pg_index i WHERE i.indrelid = ANY(%(tables)s::regclass[]) AND NOT i.indisprimary
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype = 'u')
"""


@transaction.atomic
def set_aside(tables, *, schema):
    """Drop unique constraints, indexes and foreign keys of these tables; primary keys and checks stay."""
    with connection.cursor() as cursor:
        cursor.execute(REMEMBER.format(schema=schema), {"tables": list(tables)})
        cursor.execute(f"SELECT owner, name, sort FROM {schema}.aside ORDER BY turn DESC")
        for owner, name, sort in cursor.fetchall():
            if sort == "INDEX":
                cursor.execute(f"DROP INDEX {name}")
            else:
                cursor.execute(f'ALTER TABLE {owner} DROP CONSTRAINT "{name}"')


def restore(*, schema, say=lambda line: None):
    """Put everything back: what must be unique first, foreign keys last. Raises where a row breaks one of them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name, definition FROM {schema}.aside ORDER BY turn, owner, name")
        for name, definition in cursor.fetchall():
            say(f"building {name}")
            with transaction.atomic():
                cursor.execute("SET LOCAL maintenance_work_mem = '768MB'")
                cursor.execute(definition)


def tidy(tables):
    """Statistics and visibility maps as a database in use has them."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"{'ANALYZE' if connection.in_atomic_block else 'VACUUM (ANALYZE)'} {table}")
