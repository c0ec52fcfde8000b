"""Signs of life, and work that follows what an administrator did."""

from celery import shared_task
from celery.signals import beat_init, before_task_publish
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from governance.web.acts import recount_for
from governance.web.health import beat_once
from governance.web.models import AdministrativeAct

HEARTBEAT = "governance.web.tasks.heartbeat"


@shared_task(bind=True, name=HEARTBEAT)
def heartbeat(self):
    """Beat sent it, a worker does it: both are alive. The header tells when it was sent."""
    sent_at = self.request.get("sent_at")
    beat_once("worker", at=timezone.now())
    if sent_at:
        beat_once("beat", at=parse_datetime(sent_at))


@before_task_publish.connect(sender=HEARTBEAT)
def stamp_heartbeat(headers=None, **kwargs):
    """Write the moment of sending on the message."""
    headers["sent_at"] = timezone.now().isoformat()


@beat_init.connect
def first_heartbeat(**kwargs):
    """Do not wait half a minute for the first sign of life."""
    heartbeat.apply_async(expires=30)


@shared_task
def recount_deadlines(pk):
    """Count the open limits anew after the act that changed the calendar, once."""
    act = AdministrativeAct.objects.recount_owed().filter(pk=pk).first()
    if act:
        recount_for(act, at=timezone.now())


@shared_task
def recount_owed():
    """Do the recounts whose message was lost."""
    for act in AdministrativeAct.objects.recount_owed():
        recount_for(act, at=timezone.now())
