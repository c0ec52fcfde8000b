"""Work on figures that is done by itself: soon after a change, every minute, and once a night."""

from time import monotonic

from celery import shared_task
from django.utils import timezone

from governance.queue import Breaker, queue
from supervision.indicators.checking import check_and_mend
from supervision.indicators.services import is_counted, refresh

asked_lately = Breaker(quiet=5.0)  # seconds in which one message stands for all changes of this process


def refresh_soon(event, case):
    """Listener: have the figures counted once this is committed. What falls into the quiet seconds waits for the beat's minute."""
    if is_counted(case) and not asked_lately.is_open(at=monotonic()):
        asked_lately.trip(at=monotonic())
        queue(refresh_figures)


@shared_task
def refresh_figures():
    """Count what changed."""
    refresh(at=timezone.now())


@shared_task
def compare_figures():
    """Hold every kept figure against its rows; the dashboard says what came of it, and what differs is counted again."""
    check_and_mend(at=timezone.now())
