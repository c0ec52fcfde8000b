"""A year of activities in the villages, and what is announced for the weeks ahead."""

from datetime import timedelta

from django.db import transaction

from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.notices.services import loading_history
from grids.community.demo import texts
from grids.community.models import Activity
from grids.community.services import draft
from grids.organisations.demo.cast import local, villages

COUNT, YEAR, AHEAD, RECENT = 84, 330, 28, timedelta(days=10)
AT_HOME = (-20, -13, -7, -3, 1, 5, 12, 30, 55, 80, 120, 160)  # days ago the home village's begin; negative ones lie ahead
CANCELLED, REPORTED = 0.05, 0.95
LATELY = timedelta(days=6)  # what is not reported on yet began within it


def seed(*, rng, scale, count, at, say):
    """The activities; nothing where there are some already."""
    if scale != "demo" or Activity.objects.exists():
        return
    places = villages(rng)
    drawn = [(days, places[0]) for days in AT_HOME] + [(rng.uniform(-AHEAD, YEAR), rng.choice(places)) for _ in range(COUNT - len(AT_HOME))]
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        for days, village in sorted(drawn, key=lambda one: -one[0]):
            tell(rng, village, at - timedelta(days=days), now=at)
    say(f"activities: {Activity.objects.count()} told")


def tell(rng, village, day, *, now):
    """Announced ten days before, held, reported on; or cancelled."""
    frame = rng.choice([one for one in texts.frames() if one.fits(day.month)])
    starts = local(day, hour=frame.hour)
    announced = min(local(starts - timedelta(days=rng.randint(7, 14)), hour=10, minute=rng.randrange(60)), now - timedelta(hours=3))
    here = village.place.short_name + ("村委会" if village.is_rural else "居委会")
    activity = draft(
        by=village.clerk, at=announced, place=village.place, publish=True, kind=frame.kind, title=frame.title,
        description=frame.words, organiser=texts.ORGANISERS[frame.kind].format(here=here)[:60],
        venue=rng.choice(texts.VENUES[not village.is_rural]), starts_at=starts, ends_at=starts + timedelta(hours=frame.hours),
        capacity=frame.capacity,
    )  # fmt: skip
    if starts >= now:
        return
    if rng.random() < CANCELLED:
        engine.take(activity, "cancel", by=village.clerk, at=starts - timedelta(hours=20), note=rng.choice(texts.CANCELLED))
        return
    told = activity.ends_at + timedelta(hours=rng.uniform(1, 40))
    if told < now and (now - starts > LATELY or rng.random() < REPORTED):
        numbers = {"n": rng.randint(18, 90), "m": rng.randint(4, 15)}
        people = rng.randint(20, frame.capacity or 120)
        engine.take(activity, "report", by=village.clerk, at=told, note=frame.outcome.format(**numbers), people=people, photos=[])
