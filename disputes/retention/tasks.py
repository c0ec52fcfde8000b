"""What is forgotten by itself."""

from celery import shared_task
from django.utils import timezone

from disputes.retention import services


@shared_task
def erase_contacts():
    """Erase the contact data whose time is over."""
    return services.erase_due(at=timezone.now())
