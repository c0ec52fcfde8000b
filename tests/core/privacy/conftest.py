"""A case with one sealed column of each kind, in a table of its own."""

from datetime import UTC, datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.test.utils import isolate_apps

from governance.people.models import User
from governance.privacy.fields import SealedField
from tests.core.privacy.ring import key

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def keys(settings):
    settings.SEAL_KEYS = [key("a")]
    return settings


def letter_class():
    class Letter(models.Model):
        number = models.CharField(max_length=32)
        phone = SealedField(kind="phone")
        name = SealedField(kind="name", null=True)
        note = models.CharField(max_length=20, default="")

        class Meta:
            app_label = "governance"
            db_table = "test_sealed_letter"

        def __str__(self):
            return self.number

    return Letter


@pytest.fixture
def letter_model(keys):
    with isolate_apps():
        yield letter_class()


@pytest.fixture
def letters(letter_model, db):
    with connection.schema_editor() as editor:
        editor.create_model(letter_model)
    ContentType.objects.clear_cache()  # the kind "letter" lives as long as one test
    yield letter_model.objects
    ContentType.objects.clear_cache()


@pytest.fixture
def letter(letters):
    return letters.create(number="HS-20261123-000123-7", phone="13800000000", name="张三")


@pytest.fixture
def clerk(db):
    return User.objects.create(username="clerk", name="李经办")


@pytest.fixture
def at():
    return AT
