"""Work on consultations that is done by itself."""

from celery import shared_task
from django.utils import timezone

from disputes.consultations import services


@shared_task
def refer_overdue():
    """Not agreed in time: the centre of the same level names the lead."""
    services.refer_overdue(at=timezone.now())
