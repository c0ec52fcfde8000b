"""Uploaded files lie in a folder of the test."""

import pytest

from grids.meshfiles import services


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": storage}


@pytest.fixture
def received(clerk, at):
    """A file the clerk brought in, checked."""

    def upload(file, kind="grids", source=""):
        return services.receive(file, kind=kind, boundary_source=source, by=clerk, at=at)

    return upload


@pytest.fixture
def taken(received, clerk, at):
    def take(*given, **named):
        kept = received(*given, **named)
        services.take(kept, by=clerk, at=at)
        kept.refresh_from_db()
        return kept

    return take
