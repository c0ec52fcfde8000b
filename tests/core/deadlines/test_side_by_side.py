"""Two sweeps and a clerk at the same clocks, with real transactions: each alarm is given once, and nobody waits for a sweep."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from disputes.complaints.models import Category, Complaint
from disputes.complaints.services import file_complaint
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.people.enums import OfficeType
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.conftest import MONDAY
from tests.core.deadlines.conftest import moment

LATE = moment(24, 12)  # every dispatch clock has lapsed


@pytest.fixture
def undispatched(lasting):
    """Eight complaints nobody dispatched in time."""
    for kind, code in ((OfficeType.HOTLINE, actors.CITY), (OfficeType.TOWNSHIP, actors.TOWNSHIP)):
        actors.office(kind, code)
    facts = {"place": actors.place(actors.VILLAGE), "category": Category.objects.leaves().first(), "kind": "help"}
    for number in range(8):
        file_complaint(at=MONDAY, description="路灯不亮，请维修。", phone=f"1380000000{number}", **facts)


def in_a_thread(work):
    try:
        return work()
    finally:
        connection.close()


def lapses():
    return Event.objects.filter(kind="deadline.lapsed")


def test_two_sweeps_at_once_give_each_alarm_once(undispatched):
    start = Barrier(2)

    def work():
        start.wait(timeout=10)
        return sweep(at=LATE)

    with ThreadPoolExecutor() as pool:
        counts = [future.result(timeout=60) for future in [pool.submit(in_a_thread, work) for _worker in range(2)]]
    left = sweep(at=LATE)
    assert sum(counts) + left == lapses().count() == lapses().values("object_id").distinct().count() == 8
    assert verify().broken is None


def test_a_case_someone_works_on_is_left_for_the_next_sweep(undispatched):
    held = Complaint.objects.order_by("pk").first()
    with ThreadPoolExecutor() as pool, transaction.atomic():
        Complaint.objects.select_for_update().get(pk=held.pk)
        assert pool.submit(in_a_thread, lambda: sweep(at=LATE)).result(timeout=20) == 7
    assert Deadline.objects.of(held).alarming(LATE).exists()
    assert sweep(at=LATE) == 1
    assert lapses().count() == 8


def test_a_clock_another_sweep_holds_is_skipped_without_waiting(undispatched):
    held = Deadline.objects.order_by("pk").first()
    with ThreadPoolExecutor() as pool, transaction.atomic():
        Deadline.objects.select_for_update().get(pk=held.pk)
        assert pool.submit(in_a_thread, lambda: sweep(at=LATE)).result(timeout=20) == 7
    assert sweep(at=LATE) == 1
