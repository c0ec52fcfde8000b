"""Uploaded sheets lie in a folder of the test."""

import pytest

from disputes.imports import services
from tests.disputes.imports.sheets import workbook


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    settings.PRIVATE_STORAGE = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": settings.PRIVATE_STORAGE}


@pytest.fixture
def checked(operator, at):
    """A sheet of these rows, uploaded by the operator and checked."""

    def upload(*rows, by=operator, at=at):
        return services.check(services.receive(workbook(*rows), by=by, at=at), at=at)

    return upload


@pytest.fixture
def taken(checked, at):
    """The same, taken in."""

    def take(*rows, sms=False, **more):
        sheet = checked(*rows, **more)
        services.begin_taking(sheet, at=at, sms=sms)
        sheet.refresh_from_db()
        return services.take(sheet, at=at)

    return take
