"""The same matter at the same moment, with real transactions: one incident, each message once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection
from django.utils import timezone

from emergencies.hotlines import rules
from emergencies.hotlines.models import Hotline, HotlineCall, HotlineMessage
from emergencies.hotlines.public.asking import understood
from emergencies.hotlines.public.guard import Signed
from emergencies.hotlines.services import keep, rotate_key, take_in
from emergencies.incidents.models import Incident
from tests.emergencies.hotlines.conftest import fire

SENT = [fire(), fire(), fire(2, badly_hurt=3), fire(2, badly_hurt=3), fire(3, status="closed")]


def test_messages_side_by_side_make_one_incident(lasting):
    at, start = timezone.now(), Barrier(len(SENT))
    key = rotate_key(Hotline.objects.get(code="119"), by=None, at=at)[0]

    def work(serial):
        try:
            content = rules.written(SENT[serial])
            message = keep(Signed(key, f"nonce-{serial:016}", at, content), at=at)
            start.wait(timeout=10)
            take_in(message, understood(content, at=at), at=at)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(SENT)) as pool:
        [future.result(timeout=60) for future in [pool.submit(work, serial) for serial in range(len(SENT))]]
    outcomes = sorted(HotlineMessage.objects.values_list("outcome", flat=True))
    assert (Incident.objects.count(), HotlineCall.objects.get().facts["badly_hurt"], outcomes.count("duplicate")) == (1, 3, 2)


def test_one_nonce_side_by_side_is_kept_once(lasting):
    at, start = timezone.now(), Barrier(4)
    key = rotate_key(Hotline.objects.get(code="119"), by=None, at=at)[0]

    def work(_serial):
        try:
            start.wait(timeout=10)
            return keep(Signed(key, "nonce-0000000000000001", at, b"{}"), at=at)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        kept = [*pool.map(work, range(4))]
    assert len([message for message in kept if message]) == 1
