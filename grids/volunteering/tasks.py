"""What is forgotten by itself."""

from celery import shared_task
from django.utils import timezone

from grids.volunteering import services


@shared_task
def erase_contacts():
    """Erase the names and telephones of volunteers whose time is over."""
    return services.erase_contacts(at=timezone.now())
