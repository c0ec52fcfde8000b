"""What the portal does by itself with incidents."""

from celery import shared_task
from django.utils import timezone

from emergencies.incidents import services


@shared_task
def erase_contacts():
    """Erase name and telephone of what ended long enough ago."""
    return services.erase_contacts(at=timezone.now())
