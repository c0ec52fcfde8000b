"""Two workers at the same month, with real transactions: an older count never replaces a newer one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, transaction

from disputes.complaints.models import Category
from disputes.complaints.services import file_complaint
from governance.people.enums import OfficeType
from supervision.indicators import services
from supervision.indicators.models import StaleMonth
from supervision.indicators.services import differences, refresh
from tests import actors
from tests.conftest import MONDAY

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def changed(lasting):
    """Complaints of four villages, none counted yet."""
    actors.office(OfficeType.HOTLINE, actors.CITY)
    for code in (actors.VILLAGE, actors.OTHER_VILLAGE, actors.TOWNSHIP, actors.OTHER_COUNTY):
        one_more(code)


def one_more(code):
    category = Category.objects.leaves().first()
    facts = {"category": category, "kind": "help", "description": "路灯不亮，请维修。", "phone": "13800000000"}
    file_complaint(at=MONDAY, place=actors.place(code), **facts)


def in_a_thread(work):
    try:
        return work()
    finally:
        connection.close()


def test_a_month_another_worker_counts_is_left_to_it(changed):
    with ThreadPoolExecutor() as pool, transaction.atomic():
        services._lock("complaints", NOVEMBER, wait=True)
        assert pool.submit(in_a_thread, lambda: refresh(at=MONDAY)).result(timeout=10) == []
    assert StaleMonth.objects.count() == 4
    assert refresh(at=MONDAY) == [("complaints", NOVEMBER)]


def test_two_workers_and_a_clerk_at_once_leave_nothing_wrong(changed):
    start = Barrier(3)

    def work(job):
        start.wait(timeout=10)
        for _round in range(5):
            job()

    jobs = [lambda: refresh(at=MONDAY), lambda: refresh(at=MONDAY), lambda: one_more(actors.VILLAGE)]
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(in_a_thread, lambda job=job: work(job)) for job in jobs]
        [future.result(timeout=60) for future in futures]
    refresh(at=MONDAY)
    assert differences("complaints", NOVEMBER) == []
    assert not StaleMonth.objects.exists()
