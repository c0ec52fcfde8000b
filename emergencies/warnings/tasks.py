"""What runs by itself about warnings. Safe to run twice and side by side."""

from celery import shared_task
from django.utils import timezone

from emergencies.warnings import services


@shared_task
def expire_over():
    """What ended by itself is marked as ended."""
    return services.expire_over(at=timezone.now())
