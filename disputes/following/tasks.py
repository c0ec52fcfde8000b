"""What following does by itself, besides the steps people take."""

from celery import shared_task
from django.utils import timezone

from disputes.complaints.models import Complaint
from disputes.following import services
from disputes.following.models import TOLD_KINDS
from governance.queue import queue


@shared_task
def bring_along(lead_pk):
    """The quick way: right after something happened to the leading case."""
    return services.bring_along(lead_pk)


@shared_task
def bring_all_along():
    """The promise: every minute, whoever was left behind."""
    return services.bring_all_along()


@shared_task
def find_clusters():
    return services.find_clusters(at=timezone.now())


def bring_along_soon(event, case):
    """Listener: once the event of a leading case is committed, its followers hear of it."""
    if isinstance(case, Complaint) and case.followers and (event.kind in TOLD_KINDS or not case.is_ongoing):
        queue(bring_along, case.pk)
