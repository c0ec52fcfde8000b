"""Housekeeping of files, for the schedule."""

from celery import shared_task
from django.utils import timezone

from governance.files import sweeping


@shared_task
def sweep_uploads():
    return sweeping.sweep_pending(at=timezone.now())


@shared_task
def clean_orphans():
    return sweeping.clean_orphans(at=timezone.now())
