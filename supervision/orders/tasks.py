"""What orders do by themselves, besides their clocks."""

from celery import shared_task
from django.utils import timezone

from supervision.orders import services


@shared_task
def notice_missed_items():
    """Notice the things that should have been put right by now."""
    services.notice_missed_items(at=timezone.now())
