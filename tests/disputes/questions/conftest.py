"""A complaint whose handler has asked the person something."""

from datetime import timedelta

import pytest

from disputes.complaints.terms import HANDLE, QUESTION
from governance.deadlines.models import Deadline
from governance.flow import engine
from tests.disputes.complaints.public.conftest import folder, resident, stranger  # noqa: F401
from tests.disputes.complaints.test_flow import walk

ASKED = timedelta(hours=4)  # after `at`, Monday 14:00


def clock(case, term):
    return Deadline.objects.of(case).filter(term=term.name).latest("pk")


def due(case, term=HANDLE):
    return clock(case, term).due_at


@pytest.fixture
def filed(filing):
    return filing()


@pytest.fixture
def handling(filed, operator, clerk, at):
    return walk(filed.complaint, operator, clerk, at, until="contact")


@pytest.fixture
def asked(handling, clerk, at):
    return engine.take(handling, "ask_person", by=clerk, at=at + ASKED, note="请问在几号楼？")


@pytest.fixture
def lapse(asked):
    """When the time to answer is over."""
    return due(asked, QUESTION)
