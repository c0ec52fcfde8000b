"""What runs by itself about searches. Safe to run twice and side by side."""

from celery import shared_task
from django.utils import timezone

from disputes.searches import services


@shared_task
def call_due():
    """Call the rounds whose day has come."""
    return services.call_due(at=timezone.now())
