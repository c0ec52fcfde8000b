"""What runs by itself about drills. Safe to run twice and side by side."""

from celery import shared_task
from django.utils import timezone

from emergencies.drills import services


@shared_task
def open_office_duties():
    """Art. 31: offices of governments owe drills from the day a rule binds them."""
    return len(services.open_office_duties(at=timezone.now()))
