"""Two workers at one outbox, with real transactions: each message goes out once, and neither waits for the other."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from django.db import connection, transaction

from disputes.complaints.models import Category
from disputes.complaints.services import file_complaint
from governance.notices.delivery import deliver, deliver_due
from governance.notices.models import Notice
from governance.people.enums import OfficeType
from governance.privacy.models import Opening
from tests import actors
from tests.conftest import MONDAY
from tests.core.notices.conftest import TO_RESIDENT


@pytest.fixture
def waiting(lasting, rules, sms):
    """Six text messages that wait, each of a complaint just registered."""
    rules(replace(TO_RESIDENT, event="complaints.register"))
    for kind, code in ((OfficeType.HOTLINE, actors.CITY), (OfficeType.TOWNSHIP, actors.TOWNSHIP)):
        actors.office(kind, code)
    facts = {"place": actors.place(actors.VILLAGE), "category": Category.objects.leaves().first(), "kind": "help"}
    for number in range(6):
        file_complaint(at=MONDAY, description="路灯不亮，请维修。", phone=f"1380000000{number}", **facts)
    return Notice.objects.waiting()


def in_a_thread(work):
    try:
        return work()
    finally:
        connection.close()


def test_a_row_another_worker_holds_is_skipped_without_waiting(waiting):
    held = waiting.order_by("pk").first()
    with ThreadPoolExecutor() as pool, transaction.atomic():
        Notice.objects.select_for_update().get(pk=held.pk)
        assert pool.submit(in_a_thread, lambda: deliver(held.pk, at=MONDAY)).result(timeout=5) is False
    assert deliver(held.pk, at=MONDAY) is True


def test_two_sweeps_at_once_send_each_message_once(waiting, sms):
    start = Barrier(2)

    def sweep():
        start.wait(timeout=5)
        return deliver_due(at=MONDAY)

    with ThreadPoolExecutor() as pool:
        counts = [future.result(timeout=20) for future in [pool.submit(in_a_thread, sweep) for _worker in range(2)]]
    assert sum(counts) == 6
    assert sorted(phone for phone, _text, _key in sms.sent) == [f"1380000000{number}" for number in range(6)]


def test_what_the_portal_does_by_itself_opens_the_number_for_the_person_alone(waiting):
    deliver_due(at=MONDAY)
    assert {(opening.by, opening.purpose) for opening in Opening.objects.filter(field="reporter_phone")} == {(None, "notify")}
