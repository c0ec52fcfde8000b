"""Matters of the demo that several people report, told by the engine itself: joined, merged, one of them let go again, closed and rated."""

from datetime import timedelta

from django.db import transaction

from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.seed import RECENT, Story, answered, concluded, dispatched, gathered, in_office
from disputes.complaints.demo.shares import Outcome
from disputes.complaints.enums import Source, State
from disputes.complaints.services import file_complaint
from disputes.following import services
from disputes.following.demo.matters import CLUSTERS, TOLD_BY_SEVERAL
from disputes.following.models import Merge
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.services import loading_history

KEPT = Outcome(True, True, False, False, False, True, "yes", "satisfied", rates=True, asks_reopening=False)
RATINGS = (("yes", "satisfied", ""), ("yes", "fairly", ""), ("partly", "fairly", ""), ("no", "dissatisfied", "过了两天又和原来一样。"))
LATELY = 3  # hours
NOTE = "与先前登记的诉求地点、事由相同，合并办理。"


def seed(*, rng, scale, count, at, say):
    """A handful of matters; nothing where that was done before, or where a whole city is told in bulk."""
    if scale != "demo" or Merge.objects.exists():
        return
    cast = gathered()
    with loading_history(since=at - RECENT), rules_read_once():
        for number, matter in enumerate(TOLD_BY_SEVERAL):
            with transaction.atomic():
                tell(rng, cast, matter, now=at, lets_go=number == 2)
        for matter in CLUSTERS:
            with transaction.atomic():
                report(rng, cast, matter, now=at)
    services.find_clusters(at=at)
    say(f"following: {Merge.objects.count()} complaints follow another")


def filed(rng, cast, matter, place, words, *, at, source=Source.PHONE, name=""):
    """Register what one person said."""
    by = RESIDENT if source in {Source.WEB, Source.JOINED} else cast.operator
    return file_complaint(
        at=at, by=by, place=place, category=cast.categories[matter.category], kind="complaint", description=words, source=source,
        name=name or person_name(rng), phone=phone_number(rng), is_secret=rng.random() < 0.15,
    ).complaint  # fmt: skip


def place_of(rng, cast, matter):
    return next((place for place in cast.places if place.path == matter.village), None) or rng.choice(cast.places)


def tell(rng, cast, matter, *, now, lets_go):
    """The first speaks, the others follow within the day; the matter goes its way, and all of them with it."""
    place, opened = place_of(rng, cast, matter), in_office(now - timedelta(days=matter.days), rng)
    lead = filed(rng, cast, matter, place, matter.words, at=opened, source=Source.WEB)
    story = Story(rng, cast, lead, KEPT, opened, now, place=place.short_name)
    story.wait(0.3, 1)
    if not dispatched(story):
        return
    followers = [gain(story, matter, place, words, joins=index % 2) for index, words in enumerate(matter.others)]
    if lets_go and followers[0]:
        story.wait(1, 2)
        engine.take(followers[0], "unmerge", by=cast.operator, at=story.at, note="核实后不是同一时段、同一处，分别办理。")
    if answered(story):
        concluded(story)
    services.bring_along(lead.pk)
    rate(rng, [one for one in followers if one], now=now)


def gain(story, matter, place, words, *, joins):
    """One more person: joined in the browser, or recognised by the operator."""
    story.wait(0.2, 1.5)
    if story.at >= story.now:
        return None
    own = filed(story.rng, story.cast, matter, place, words, at=story.at, source=Source.JOINED if joins else Source.PHONE)
    step, by = ("join", RESIDENT) if joins else ("merge", story.cast.operator)
    note = "" if joins else NOTE
    return engine.take(own, step, by=by, at=story.at, note=note, merged_into=story.complaint)


def rate(rng, followers, *, now):
    """Each says for themselves what they think of it."""
    for number, follower in enumerate(followers):
        follower.refresh_from_db(fields=["state", "closed_at"])
        at = follower.closed_at and follower.closed_at + timedelta(hours=rng.uniform(2, 40))
        if follower.state == State.CLOSED and at < now and number % 4 != 2:
            solved, satisfaction, note = RATINGS[rng.randrange(len(RATINGS))]
            ring(follower, at=at)
            engine.take(follower, "rate", by=RESIDENT, at=at, solved=solved, satisfaction=satisfaction, note=note)


def report(rng, cast, matter, *, now):
    """Many of one kind in one village, each on its own way; who spoke today waits for the operator."""
    place, words = place_of(rng, cast, matter), (matter.words, *matter.others)
    for number, said in enumerate(words):
        opened = in_office(now - timedelta(days=matter.days * (len(words) - number) / len(words)), rng)
        if opened >= now:
            continue
        own = filed(rng, cast, matter, place, said, at=opened, source=Source.WEB if number % 2 else Source.PHONE)
        story = Story(rng, cast, own, KEPT, opened, now, place=place.short_name)
        story.wait(0.3, 1)
        if opened < now - timedelta(hours=LATELY) and dispatched(story) and answered(story):
            concluded(story)
