"""What runs by itself about subscriptions. Safe to run twice and side by side."""

from celery import shared_task
from django.utils import timezone

from emergencies.subscriptions import services
from governance.queue import queue

SENDS = {"warnings.issue", "warnings.issue_update", "warnings.cancel"}


def send_at_once(event, case):
    """Listener: what was written with the message is on its way once that is committed; the sweep finds what got lost."""
    if event.kind in SENDS:
        queue(deliver_due)


@shared_task
def deliver_due():
    """Whatever waits to be sent."""
    return services.deliver_due(at=timezone.now())


@shared_task
def forget_unconfirmed():
    """Addresses nobody confirmed are erased."""
    return services.forget_unconfirmed(at=timezone.now())
