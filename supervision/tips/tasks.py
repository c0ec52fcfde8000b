"""What is forgotten by itself."""

from celery import shared_task
from django.utils import timezone

from supervision.tips import services


@shared_task
def erase_contacts():
    """Erase name and telephone of what ended long enough ago."""
    return services.erase_contacts(at=timezone.now())
