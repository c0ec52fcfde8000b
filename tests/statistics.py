"""The planner's statistics, which autovacuum may just have taken of empty tables."""

from django.db import connection


def analyse():
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
