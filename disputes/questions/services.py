"""Asks the person what only the person knows: the handling stands still until the answer, and no longer than the limit allows."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from disputes.complaints import terms
from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from governance.deadlines.ledger import Ledger
from governance.deadlines.models import Deadline
from governance.files.services import claim
from governance.flow import engine
from governance.flow.table import RESIDENT, SYSTEM

BATCH = 500
ANSWERS = ("answer_question", "record_answer", "stop_waiting")


@engine.after("complaints", "ask_person")
def wait_for_answer(complaint, taken):
    complaint.question_open = True


@engine.after("complaints", *ANSWERS)
def go_on(complaint, taken):
    complaint.question_open = False


def settle_question(event, case):
    """Listener: whatever way a case leaves the handling, a question put there waits for nobody any more."""
    if not isinstance(case, Complaint) or not case.question_open or case.state == State.HANDLING:
        return
    clocks = Ledger(case)
    clocks.drop(terms.QUESTION)
    clocks.resume(terms.HANDLE, at=event.at)
    clocks.close()
    case.question_open = False
    Complaint.objects.filter(pk=case.pk).update(question_open=False, due_at=case.due_at)


@transaction.atomic
def answer(complaint, *, text, files, version, at):
    """The person's own answer, with the files held for it: all of it, or nothing. Raises `StepRefused`, or `ValidationError` for a file
    that has meanwhile expired."""
    answered = engine.take(complaint, "answer_question", by=RESIDENT, at=at, note=text, version=version)
    for index, held in enumerate(files):  # files of a case stand in the order of their moments
        claim(held.token, answered, by=None, at=at + timedelta(microseconds=index))
    return answered


def stop_waiting(*, at, batch=BATCH):
    """Let the handling of those run on whose time to answer is over, from its true end on; returns how many. Safe to run twice."""
    return sum(_stop(clock.object_id, at=clock.due_at) for clock in unanswered(at=at)[:batch])


def unanswered(*, at):
    """The clocks of questions whose time is over, the oldest first."""
    cases = Complaint.objects.waiting_for_the_person().values("pk")
    kind = ContentType.objects.get_for_model(Complaint)
    clocks = Deadline.objects.running().filter(content_type=kind, object_id__in=cases, term=terms.QUESTION.name, due_at__lte=at)
    return clocks.order_by("due_at", "pk")


def _stop(pk, *, at):
    try:
        engine.take(Complaint(pk=pk), "stop_waiting", by=SYSTEM, at=at)
    except engine.StepRefused:  # answered meanwhile
        return False
    return True
