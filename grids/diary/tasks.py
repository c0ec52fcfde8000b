"""What runs by itself about the diary."""

from celery import shared_task
from django.utils import timezone

from grids.diary import services


@shared_task
def close_days():
    """Entries of days gone by can no longer be changed."""
    return services.close_days(at=timezone.now())
