"""Sends what waits in the outbox."""

from celery import shared_task
from django.utils import timezone

from governance.notices import delivery


@shared_task
def deliver_due():
    """The promise: every minute, whatever is due."""
    return delivery.deliver_due(at=timezone.now())


@shared_task
def deliver_event(event_id):
    """The quick way: right after the event was committed."""
    return delivery.deliver_event(event_id, at=timezone.now())
