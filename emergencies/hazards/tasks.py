"""What the portal does by itself with hazards."""

from celery import shared_task
from django.utils import timezone

from emergencies.hazards import services


@shared_task
def raise_overdue():
    """Tell the office above of every hazard past a limit."""
    return services.raise_all(at=timezone.now())


@shared_task
def erase_contacts():
    """Erase name and telephone of what ended long enough ago."""
    return services.erase_contacts(at=timezone.now())
