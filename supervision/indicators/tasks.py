"""Periodic work on figures."""

from celery import shared_task
from django.utils import timezone

from supervision.indicators.services import refresh


@shared_task
def refresh_figures():
    """Count the months that changed."""
    refresh(at=timezone.now())
