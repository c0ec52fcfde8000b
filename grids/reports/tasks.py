"""What grid reports do by themselves."""

from celery import shared_task
from django.utils import timezone

from grids.reports import services


@shared_task
def carry_on_forgotten():
    """A station that did not answer in time loses the report to the next; what nobody confirms in time ends."""
    return services.carry_on_all(at=timezone.now())
