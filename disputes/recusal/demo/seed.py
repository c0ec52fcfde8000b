"""Accusations that went one level up, and people who kept out of a case: a handful, told by the engine."""

from dataclasses import replace
from datetime import timedelta

from django.db import transaction

from disputes.complaints.demo import shares
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.seed import Story, gathered, handle, in_office
from disputes.complaints.enums import Source, State
from disputes.complaints.models import Complaint
from disputes.complaints.services import file_complaint
from disputes.recusal.demo.texts import ACCUSATIONS, GIVEN_ON, LIFTED, NAMED, REASONS
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Office
from governance.places.models import Place
from governance.timeline.models import Event

RECENT = timedelta(days=10)
MATTER = "1301"  # 窗口办事


def seed(*, rng, scale, count, at, say):
    """Nothing when it was told before, or where a city in bulk is wanted."""
    if scale != "demo" or Complaint.objects.exclude(against=None).exists():
        return
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        cast = gathered()
        filed = sum(accused(rng, cast, *row, now=at) for row in ACCUSATIONS)
        declared = keep_out(rng, cast, now=at)
    say(f"recusal: {filed} accusations, {declared} declarations")


def accused(rng, cast, days, code, place, words, *, now):
    """Filed against an office, and carried as far as it has come; False where the demo has no such office."""
    office = Office.objects.filter(code=code).select_related("place").first()
    where = Place.objects.filter(code=place).first()
    if office is None or where is None:
        return False
    at = min(in_office(now - timedelta(days=days), rng), now - timedelta(hours=2))
    secret = rng.random() < 0.4
    complaint = file_complaint(
        at=at, place=where, category=cast.categories[MATTER], kind="complaint", description=words, source=Source.WEB, against=office,
        name=person_name(rng), phone=phone_number(rng), is_secret=secret,
    ).complaint  # fmt: skip
    fate = shares.outcome(rng, county_code=where.path[:6], category_code=MATTER, kind="complaint")
    handle(Story(rng, dispatching(cast, complaint), complaint, fate, at, now, place=where.short_name))
    return True


def dispatching(cast, complaint):
    """The cast of the story; where the hotline itself is accused, the office that received it dispatches."""
    accused = cast.operator.acting_post.office_id in complaint.barred_ids
    return replace(cast, operator=cast.handlers[complaint.received_by_id]) if accused else cast


def keep_out(rng, cast, *, now):
    """Handlers of ongoing complaints declare a conflict: one is lifted, some are given to another office, the rest wait."""
    held = Complaint.objects.filter(state__in=[State.SIGNED, State.HANDLING], against=None, office_id__in=cast.handlers)
    chosen = list(held.select_related("place", "office", "category").order_by("-opened_at")[: len(REASONS)])
    for number, complaint in enumerate(chosen):
        moment = later(rng, complaint, now=now)
        ring(complaint, at=moment)
        handler = cast.handlers[complaint.office_id]
        complaint = engine.take(complaint, "recuse", by=handler, at=moment, note=REASONS[number])
        if number == 0:
            engine.take(complaint, "lift_recusal", by=cast.operator, at=later(rng, complaint, now=now), note=LIFTED, person=handler)
        elif complaint.state == State.HANDLING and number % 2:
            engine.take(complaint, "recall_for_recusal", by=cast.operator, at=later(rng, complaint, now=now), note=GIVEN_ON)
    answered = Complaint.objects.filter(state=State.REPLIED, against=None, office__isnull=False).select_related("office__place").first()
    if answered:
        moment = later(rng, answered, now=now)
        engine.take(answered, "recall_from_accused", by=cast.operator, at=moment, note=NAMED, against=answered.office)
    return len(chosen)


def later(rng, complaint, *, now):
    """A moment between the last thing that happened to a complaint and now."""
    last = Event.objects.of(complaint).order_by("-sequence").values_list("at", flat=True)[0]
    return last + (now - last) * rng.uniform(0.2, 0.6)
