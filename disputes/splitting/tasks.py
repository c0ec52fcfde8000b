"""What splitting does by itself, besides the steps people take."""

from celery import shared_task

from disputes.complaints.models import Complaint
from disputes.splitting import services
from governance.queue import queue


@shared_task
def gather(pk):
    """The quick way: right after a part has moved."""
    return services.gather(pk)


@shared_task
def gather_all():
    """The promise: every minute, whatever waits for its parts."""
    return services.gather_all()


def gather_soon(event, case):
    """Listener: once a part has ended, or is handled again, the whole is looked at."""
    if isinstance(case, Complaint) and case.parent_id and (not case.is_ongoing or event.kind.endswith(".reopen_part")):
        queue(gather, case.parent_id)
