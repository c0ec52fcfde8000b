"""What runs by itself about counts. Safe to run twice and side by side."""

from celery import shared_task
from django.utils import timezone

from emergencies.stocktakes import services


@shared_task
def open_due():
    """Counts that warehouses owe."""
    return services.open_due(at=timezone.now())
