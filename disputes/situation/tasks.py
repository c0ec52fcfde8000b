"""Counts the situation by itself."""

from celery import shared_task
from django.utils import timezone

from disputes.situation import services


@shared_task
def recount():
    """The last months, and the parties that come back."""
    return services.recount(at=timezone.now())
