"""Drafts last month's bulletin by itself."""

from celery import shared_task
from django.utils import timezone

from disputes.bulletins.services import draft_due


@shared_task
def draft_bulletin():
    """From the 1st to the 5th; outside those days it does nothing."""
    draft_due(at=timezone.now())
