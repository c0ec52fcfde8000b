"""The ledger kept by beat, and on demand."""

from celery import shared_task
from django.utils import timezone

from supervision.duties.services import refresh_due


@shared_task
def refresh_ledger():
    """Hold every duty of the year against the rows and documents of today."""
    refresh_due(at=timezone.now())
