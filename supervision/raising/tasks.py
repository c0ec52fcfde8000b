"""What raises findings by itself."""

from celery import shared_task
from django.utils import timezone

from supervision.raising import services


@shared_task
def raise_findings():
    """Raise what nobody raised, close what needs nobody."""
    services.raise_findings(at=timezone.now())
