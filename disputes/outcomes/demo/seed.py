"""A few refusals of the last days that stand on the desk of the city's centre; the year's stories tell the others."""

from datetime import timedelta

from django.db import transaction

from disputes.complaints.demo import texts
from disputes.complaints.demo.seed import gathered
from disputes.complaints.models import Complaint
from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.services import loading_history

WAITING = 3
LATELY = timedelta(days=30)


def seed(*, rng, scale, count, at, say):
    """Nothing for a city in bulk, or when something waits there already."""
    if scale != "demo" or Complaint.objects.filter(appeal_to__isnull=False).exists():
        return
    operator = gathered().operator
    unhappy = Complaint.objects.filter(solved__in=["no", "partly"], reopening_asked=False, times_refused=0, review_on=None)
    found = unhappy.filter(closed_at__gte=at - LATELY, closed_at__lte=at - timedelta(days=2), state="closed").order_by("-closed_at", "pk")
    with loading_history(since=at - LATELY), rules_read_once(), transaction.atomic():
        for complaint in found[:WAITING]:
            refuse_twice(rng, complaint, operator, at=at)
    say(f"outcomes: {min(WAITING, len(found))} refusals wait for the centre above")


def refuse_twice(rng, complaint, operator, *, at):
    """Asked and refused, and once more, between the closing and this morning."""
    steps = (("ask_reopening", RESIDENT), ("refuse_reopening", operator)) * 2
    part = (at - complaint.closed_at) / (len(steps) + 1)
    for number, (step, person) in enumerate(steps, start=1):
        complaint = engine.take(complaint, step, by=person, at=complaint.closed_at + number * part, note=texts.step_note(rng, step))
