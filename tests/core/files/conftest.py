"""A private storage in a temporary folder, and a case to attach files to."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model

AT = datetime(2026, 11, 30, 17, 0, tzinfo=UTC)  # in Hohhot already 1 December


@pytest.fixture
def at():
    return AT


@pytest.fixture
def folder(settings, tmp_path):
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": backend}
    return tmp_path


@pytest.fixture
def stored(folder):
    """The names of all files in storage, asked anew each time."""
    return lambda: sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def case(db):
    """Any object with a number can have files; an account serves as well as a complaint."""
    person = get_user_model().objects.create(username="case", name="case")
    person.number = "HS-20261123-000123-7"
    return person
