"""Carries over what is open when the day of a redrawing has come."""

from celery import shared_task
from django.utils import timezone

from grids.redrawing import services
from grids.redrawing.models import Redrawing


@shared_task
def carry_over_all():
    """Safe to run twice: each redrawing is carried over once."""
    at = timezone.now()
    for redrawing in Redrawing.objects.owed(timezone.localdate(at)):
        services.carry_over(redrawing, at=at)
