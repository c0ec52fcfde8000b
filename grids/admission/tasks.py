"""What admissions do by themselves: a review ends, a duty leaves the list."""

from celery import shared_task
from django.utils import timezone

from grids.admission import services


@shared_task
def conclude_overdue():
    """Reviews past the time for speaking."""
    services.conclude_overdue(at=timezone.now())


@shared_task
def end_what_is_over():
    """Duties withdrawn or past their period."""
    services.end_what_is_over(at=timezone.now())
