"""What comes back by itself."""

from celery import shared_task
from django.utils import timezone

from disputes.outcomes import services


@shared_task
def bring_back():
    """Put long-term plans back on the worklist on their day."""
    return services.bring_back(at=timezone.now())
