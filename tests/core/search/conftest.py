"""A searchable table over the real SQL functions."""

import pytest
from django.db import connection, models
from django.test.utils import isolate_apps

from governance.search.query import generated_vector_field
from governance.search.sql import FORWARD


def note_class():
    class Note(models.Model):
        number = models.CharField(max_length=32, unique=True)
        title = models.CharField(max_length=200)
        description = models.TextField(null=True)  # noqa: DJ001  (an empty column must not empty the vector)
        search = generated_vector_field("title", "description")

        class Meta:
            app_label = "governance"
            db_table = "test_search_note"

        def __str__(self):
            return self.number

    return Note


@pytest.fixture(scope="session")
def note_model():
    with isolate_apps():
        yield note_class()


@pytest.fixture
def functions(db):
    """Both functions in a schema of their own, so that the portal's columns stay out of it."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA test_search; SET LOCAL search_path = test_search, public")
        cursor.execute(FORWARD)


@pytest.fixture
def notes(note_model, functions):
    with connection.schema_editor() as editor:
        editor.create_model(note_model)
    return note_model.objects
