"""Calls for volunteers over the year and the weeks ahead, with the places people took and the hours that were confirmed."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from governance.cases.rules import new_query_code
from governance.cases.services import next_numbers
from governance.cases.tracking import code_index
from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.notices.services import loading_history
from governance.privacy.blind import blind_index
from grids.mesh.demo.names import mobile, person_name
from grids.organisations.demo.cast import local, villages, weekend
from grids.organisations.enums import Kind
from grids.organisations.models import Organisation
from grids.volunteering.demo import texts
from grids.volunteering.models import Call, SignUp
from grids.volunteering.rules import hours_between
from grids.volunteering.services import draft

COUNT, YEAR, RECENT = 26, 330, timedelta(days=10)
AT_HOME = (-18, -9, -4, 2, 8, 40, 100, 180)  # days ago the home village's begin; negative ones lie ahead
CANCELLED, CAME = 0.06, 0.85


def seed(*, rng, scale, count, at, say):
    """The calls; nothing where there are some already, or nobody who calls."""
    if scale != "demo" or Call.objects.exists() or not Organisation.objects.exists():
        return
    known = {row.place.path: row for row in Organisation.objects.filter(kind=Kind.VOLUNTEER).select_related("place")}
    places = [village for village in villages(rng) if village.place.path in known]
    drawn = [(days, places[0]) for days in AT_HOME] + [(rng.uniform(-20, YEAR), rng.choice(places)) for _ in range(COUNT - len(AT_HOME))]
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        for days, village in sorted(drawn, key=lambda one: -one[0]):
            tell(rng, village, known[village.place.path], at - timedelta(days=days), now=at)
    say(f"calls for volunteers: {Call.objects.count()}, places taken: {SignUp.objects.count()}")


def tell(rng, village, organisation, day, *, now):
    """Called a week before, signed up for in between, held and confirmed the day after."""
    frame = rng.choice([one for one in texts.frames() if one.fits(day.month)])
    starts = weekend(day, hour=frame.hour)
    ends = starts + timedelta(hours=frame.hours)
    called = min(local(starts - timedelta(days=rng.randint(7, 12)), hour=10, minute=rng.randrange(60)), now - timedelta(hours=5))
    call = draft(
        by=village.clerk, at=called, place=village.place, publish=True, title=frame.title, description=frame.words,
        organisation=organisation, venue="村委会门口" if village.is_rural else "社区党群服务中心门口", starts_at=starts, ends_at=ends,
        capacity=frame.places,
    )  # fmt: skip
    if rng.random() < CANCELLED and starts - timedelta(days=1) < now:
        engine.take(call, "cancel", by=village.clerk, at=starts - timedelta(days=1), note=texts.CANCELLED)
        return
    signed = taken(rng, call, rng.randint(3, frame.places), since=called, until=min(starts, now))
    told = ends + timedelta(days=1)
    if told < now:
        came = [one for one in signed if rng.random() < CAME] or signed[:1]
        hours = hours_between(call.starts_at, call.ends_at)
        engine.take(call, "confirm_hours", by=village.clerk, at=told, note=rng.choice(texts.DONE), attended=came, hours=hours)


def taken(rng, call, count, *, since, until):
    """So many places, taken one after another."""
    moments = sorted(since + (until - since) * rng.random() for _ in range(count))
    rows = []
    for moment, number in zip(moments, next_numbers(moments), strict=True):
        phone = mobile(rng)
        row = SignUp(
            call=call, number=number, signed_at=moment, phone_index=blind_index(phone, purpose="phone"),
            query_code_index=code_index(new_query_code()), submission=UUID(int=rng.getrandbits(128)),
        )  # fmt: skip
        row.name, row.phone = person_name(rng), phone
        rows.append(row)
    return SignUp.objects.bulk_create(rows)
