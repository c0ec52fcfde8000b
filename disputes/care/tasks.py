"""What is forgotten by itself."""

from celery import shared_task
from django.utils import timezone

from disputes.care import services


@shared_task
def erase_facts():
    """Erase what is personal in referrals whose time is over."""
    return services.erase_due(at=timezone.now())
