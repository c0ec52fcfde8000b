"""What reviews do by themselves, besides their clocks."""

from celery import shared_task
from django.utils import timezone

from supervision.reviews import services


@shared_task
def notice_missed():
    """Notice the follow-ups whose day has passed."""
    services.notice_missed(at=timezone.now())
