"""What runs by itself about reserves. Safe to run twice and side by side."""

from celery import shared_task
from django.utils import timezone

from emergencies.stockpiles import services


@shared_task
def mark_near():
    """Cards whose first batch is to be rotated soon."""
    return services.mark_near(at=timezone.now())
