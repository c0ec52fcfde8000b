"""Erases contact data when their time is over: the case and its figures stay (个人信息保护法 §19, §47)."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q

from disputes.complaints.enums import FINAL, State
from disputes.complaints.models import Complaint
from disputes.mediation.enums import Outcome as MediationOutcome
from disputes.mediation.enums import Side
from disputes.mediation.models import Agent, Mediation, Party
from disputes.open311.models import Submission
from disputes.retention.rules import surely_over
from governance.calendar.services import current_calendar
from governance.cases.models import Handover
from governance.deadlines.models import Limit
from governance.flow import engine
from governance.flow.table import SYSTEM

PERIOD = "complaints.keep_contact"
BATCH, MOST = 500, 20_000  # cases of one run, so that a first run after years does not hold the night


def period(*, at):
    """The limit in force; an administrator changes it among the limits."""
    return Limit.objects.current([PERIOD], at=at)[PERIOD]


def erasable(*, at):
    """Ended long enough ago, with contact data, and with nothing that still waits for a word, the oldest first."""
    limit = period(at=at)
    before = surely_over(at, amount=limit.amount, unit=limit.unit, calendar=current_calendar())
    ended = Complaint.objects.filter(state__in=FINAL, closed_at__lt=before, erased_at=None, is_anonymous=False)
    settled = ended.filter(reopening_asked=False, appeal_to=None, review_on=None)
    settled = settled.exclude(Q(state=State.MEDIATION) & Exists(in_mediation().exclude(target_id__in=ended_before(before))))
    return settled.exclude(reporter_name="", reporter_phone="").order_by("closed_at", "pk")


def in_mediation():
    """That a complaint was handed to mediation; for a subquery."""
    source, target = (ContentType.objects.get_for_model(model) for model in (Complaint, Mediation))
    return Handover.objects.filter(source_type=source, source_id=OuterRef("pk"), target_type=target)


def ended_before(moment):
    return Mediation.objects.filter(closed_at__lt=moment).values("pk")


def soon_erasable(*, at, within=timedelta(days=30)):
    """What the coming days will erase."""
    return erasable(at=at + within)


def erase_due(*, at, batch=BATCH, most=MOST):
    """Erase in batches, each case in a transaction of its own; returns how many. Safe to run twice and side by side."""
    done = 0
    while done < most:
        found = list(erasable(at=at).values_list("pk", flat=True)[:batch])
        erased = sum(_erase(pk, at=at) for pk in found)
        done += erased
        if len(found) < batch or not erased:
            break
    return done


def _erase(pk, *, at):
    try:
        engine.take(Complaint(pk=pk), "erase_contact", by=SYSTEM, at=at)
    except engine.StepRefused:  # another run was quicker, or the case was reopened
        return False
    return True


@engine.after("complaints", "erase_contact")
def erase(complaint, taken):
    """Name, telephone, what it is looked up by, and the account it belonged to. What people wrote is not touched."""
    complaint.reporter_name = complaint.reporter_phone = complaint.phone_index = ""
    complaint.resident, complaint.erased_at = None, taken.at
    erase_address(complaint)
    for row in Handover.objects.of(complaint):
        if row.is_from(complaint) and isinstance(row.target, Mediation):
            erase_applicant(row.target)


def erase_address(complaint):
    """The address in the words of an Open311 client, which may be the person's own; where it lay stays by its place."""
    sent = Submission.objects.filter(complaint=complaint.pk).exclude(address_string="").first()
    if sent is None:
        return
    if complaint.landmark and sent.address_string.startswith(complaint.landmark):
        complaint.landmark = ""
    Submission.objects.filter(pk=sent.pk).update(address_string="")


def erase_applicant(mediation):
    """What the mediation was told of the same person, and of who acts for them. Who made an agreement stays in its file (§29)."""
    Mediation.objects.filter(pk=mediation.pk).update(contact_phone="")
    first = mediation.parties.filter(side=Side.APPLICANT).order_by("pk")[:1].values("pk")
    gone = {"phone": ""} if mediation.outcome == MediationOutcome.AGREED else {"phone": "", "name": ""}
    Party.objects.filter(pk__in=first).update(**gone)
    Agent.objects.filter(party__in=first).update(**gone)
