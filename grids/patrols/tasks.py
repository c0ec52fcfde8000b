"""What runs by itself about patrols. Safe to run twice and side by side."""

from celery import shared_task
from django.utils import timezone

from grids.patrols import services


@shared_task
def open_due():
    """Make the patrols whose stretch has begun."""
    return services.open_due(at=timezone.now())


@shared_task
def note_missed():
    """What was not finished in time is overdue, then missed."""
    return services.note_missed(at=timezone.now())


@shared_task
def follow_workers():
    """Patrols that wait belong to the grid's responsible worker of now."""
    return services.follow_workers(at=timezone.now())
