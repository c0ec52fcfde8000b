"""A dispute that came to an agreement and was performed; its file waits."""

import pytest

from tests.disputes.mediation.conftest import committee, mediation, mediator, opening, walk  # noqa: F401

SEEN = {"purpose": "verify", "reason": ""}


@pytest.fixture
def agreed(mediation, mediator, at):  # noqa: F811
    return walk(mediation, mediator, at, until="perform")


@pytest.fixture
def opened_by(mediator, at):  # noqa: F811
    """What an opening is recorded with."""
    return {"by": mediator, "at": at, **SEEN}


@pytest.fixture
def media(settings, tmp_path):
    """A private storage of the test's own."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": storage}
