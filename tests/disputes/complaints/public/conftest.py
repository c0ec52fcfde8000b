"""A resident, another one, and a private storage in a temporary folder."""

import pytest
from django.test import Client

from tests.disputes.complaints.public.resident import Resident


@pytest.fixture
def resident(client, offices):
    return Resident(client)


@pytest.fixture
def stranger(offices):
    """Someone else's browser."""
    return Resident(Client())


@pytest.fixture
def folder(settings, tmp_path):
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": backend}
    return tmp_path
