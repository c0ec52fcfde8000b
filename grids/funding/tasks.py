"""What the money of duties does by itself: a new year owes anew."""

from celery import shared_task
from django.utils import timezone

from grids.funding import services


@shared_task
def open_years():
    """Allotments of this year that are not there yet."""
    services.open_years(at=timezone.now())
