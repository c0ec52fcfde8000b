"""What the planner of the database goes by: autovacuum is off, so it holds what is said here and nothing between two tests changes it."""

from contextlib import closing

import psycopg2
from django.db import connection


def analyse():
    """Count the rows that the test has written so far."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def vacuum():
    """Between two tests: throw away what they took back. A table full of dead rows would be taken to be empty, and read whole."""
    if connection.settings_dict["NAME"].startswith("test_"):
        with closing(psycopg2.connect(**connection.get_connection_params())) as other:
            other.autocommit = True
            other.cursor().execute("VACUUM")
