"""The ledger kept by beat, and on demand."""

from celery import shared_task
from django.utils import timezone

from supervision.duties.services import refresh_due, remind


@shared_task
def refresh_ledger():
    """Hold every duty of the year against the rows and documents of today."""
    refresh_due(at=timezone.now())


@shared_task
def remind_of_documents():
    """Tell the offices what they owe 60, 30 and 7 days ahead."""
    remind(at=timezone.now())
