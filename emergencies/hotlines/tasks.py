"""What the portal does by itself with the hotlines' messages."""

from celery import shared_task
from django.utils import timezone

from emergencies.hotlines import services


@shared_task
def forget_bodies():
    """Erase the text of messages that were kept long enough."""
    return services.forget_bodies(at=timezone.now())
