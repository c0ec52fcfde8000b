"""Periodic work on clocks."""

from celery import shared_task
from django.utils import timezone

from governance.deadlines.sweep import sweep


@shared_task
def sweep_deadlines():
    """Warn of what is near its end, and mark what is past it."""
    return sweep(at=timezone.now())
