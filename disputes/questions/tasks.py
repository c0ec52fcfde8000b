"""What runs by itself while questions wait."""

from celery import shared_task
from django.utils import timezone

from disputes.questions import services


@shared_task
def stop_waiting():
    """Go on where nobody answered in time."""
    return services.stop_waiting(at=timezone.now())
