"""A few complaints of the demo that were split: answered as a whole, called back, or still with one part to go."""

from datetime import timedelta

from django.db import transaction

from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.seed import RECENT, Story, answered, dispatched, gathered, in_office
from disputes.complaints.enums import Source
from disputes.complaints.models import Complaint
from disputes.complaints.services import file_complaint
from disputes.following.demo.seed import KEPT
from disputes.splitting import services
from disputes.splitting.demo.matters import SEVERAL
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.services import loading_history

HOME = "150102001001"
GIVEN = {"reached": True, "solved": "yes", "satisfaction": "fairly"}


def seed(*, rng, scale, count, at, say):
    """Nothing where that was done before, or where a whole city is told in bulk."""
    if scale != "demo" or Complaint.objects.filter(parts__gt=0).exists():
        return
    cast = gathered()
    place = next((one for one in cast.places if one.path == HOME), None) or rng.choice(cast.places)
    with loading_history(since=at - RECENT), rules_read_once():
        for days, words, parts in SEVERAL:
            with transaction.atomic():
                tell(rng, cast, place, words, parts, opened=in_office(at - timedelta(days=days), rng), now=at)
    say(f"splitting: {len(SEVERAL)} complaints of several matters")


def tell(rng, cast, place, words, parts, *, opened, now):
    """Filed, split within the hour, each part on its own way; the whole is answered, called back and closed."""
    whole = file_complaint(
        at=opened, by=RESIDENT, place=place, category=cast.categories[parts[0][0]], kind="complaint", description=words,
        source=Source.WEB, name=person_name(rng), phone=phone_number(rng),
    ).complaint  # fmt: skip
    at = in_office(opened + timedelta(minutes=rng.randrange(15, 50)), rng)
    if at >= now:
        return
    given = [{"category": cast.categories[code], "text": text} for code, text in parts]
    engine.take(whole, "split", by=cast.operator, at=at, note="几件事分属不同单位，分别派单办理。", parts=given)
    for child in services.parts_of(whole):
        handle(Story(rng, cast, child, KEPT, at, now, place=place.short_name))
    if services.gather(whole.pk):
        conclude(rng, cast, whole, now=now)


def handle(story):
    """A part goes its way and ends without a call-back of its own."""
    story.complaint.suggested_office = Complaint.objects.select_related("suggested_office").get(pk=story.complaint.pk).suggested_office
    story.wait(0.2, 1)
    if dispatched(story) and answered(story):
        story.wait(1, 6)
        story.take("close_part", story.cast.operator)


def conclude(rng, cast, whole, *, now):
    """One call-back for the whole, in time, and one word of the person."""
    due = Deadline.objects.of(whole).get(term="complaints.call_back").due_at
    whole = Complaint.objects.get(pk=whole.pk)
    at = in_office(whole.replied_at + (due - whole.replied_at) * rng.uniform(0.2, 0.7), rng)
    if at >= now:
        return
    ring(whole, at=at)
    engine.take(whole, "call_back", by=cast.operator, at=at, note="已逐项核对，反映人认可答复。", **GIVEN)
    later = at + timedelta(hours=1)
    if later < now:
        engine.take(whole, "close", by=cast.operator, at=later)
