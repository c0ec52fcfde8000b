"""Workers side by side, with real transactions: every row becomes one complaint, whoever gets there first."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.management import call_command
from django.db import connection

from disputes.complaints.models import Complaint
from disputes.imports import services
from disputes.imports.data import reading
from disputes.imports.enums import State
from disputes.imports.models import Import
from governance.people.enums import OfficeType
from tests import actors
from tests.conftest import MONDAY
from tests.disputes.imports.sheets import row, workbook

ROWS = 12


@pytest.fixture
def sheet(lasting, monkeypatch):
    """Makes sheets of the same rows, ready to be taken, three rows to a transaction."""
    monkeypatch.setattr(reading, "BATCH", 3)
    actors.office(OfficeType.HOTLINE, actors.CITY)

    def ready():
        kept = services.receive(workbook(*[row(str(number)) for number in range(ROWS)]), by=None, at=MONDAY)
        services.begin_taking(services.check(kept, at=MONDAY), at=MONDAY)
        return kept.pk

    return ready


def taken_at_once(*keys):
    """The sheets after a worker for each key took them all at the same moment."""
    start = Barrier(len(keys))

    def work(pk):
        try:
            kept = Import.objects.get(pk=pk)
            start.wait(timeout=5)
            return services.take(kept, at=MONDAY)
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        return [future.result(timeout=60) for future in [pool.submit(work, key) for key in keys]]


def test_two_workers_at_one_sheet_take_each_row_once(sheet):
    pk = sheet()
    taken_at_once(pk, pk)
    kept = Import.objects.get(pk=pk)
    assert (kept.state, kept.taken, kept.known, Complaint.objects.count()) == (State.DONE, ROWS, 0, ROWS)
    call_command("verify_timeline")


def test_two_sheets_with_the_same_complaints_take_each_once(sheet):
    first, second = taken_at_once(sheet(), sheet())
    assert (first.taken + second.taken, first.known + second.known) == (ROWS, ROWS)
    assert Complaint.objects.count() == ROWS
