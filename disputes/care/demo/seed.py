"""A year of help in the county of the named bureau, each request taken through the flow by the engine itself."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from disputes.care.demo.words import ASKED, CONTRACTS, DONE, END, NEXT
from disputes.care.enums import AskedBy
from disputes.care.models import Care, CareNeed, CareProvider
from disputes.care.services import erase_due, establish_provider, open_request
from disputes.complaints.demo.people import person_name, phone_number
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.services import loading_history
from governance.people.models import Office, Post
from governance.places.models import Place

CITY_TIME = ZoneInfo("Asia/Shanghai")
COUNTY, BUREAU, PROVIDER = "150102", "civil-150102", "provider-150102-1"
RECENT, COUNT, YEAR = timedelta(days=10), 18, 340
NEEDS = ("company", "family", "hardship")


def seed(*, rng, scale, count, at, say):
    """Requests of one county with their visits; nothing for a city in bulk, or when there are some already."""
    if scale != "demo" or Care.objects.exists():
        return
    bureau, helper = _acting(BUREAU), _acting(PROVIDER)
    provider = _contracts(bureau.acting_post.office, at)
    villages = list(Place.objects.in_use().filter(level="village", path__startswith=COUNTY, nature="regular").order_by("path"))
    days = sorted([*rng.choices(range(14, YEAR), k=COUNT - 4), 1, 3, 6, 11], reverse=True)
    with transaction.atomic(), loading_history(since=at - RECENT), rules_read_once():
        for back in days:
            _tell(rng, (bureau, helper, provider), rng.choice(villages), _morning(rng, at, back), now=at)
        erase_due(at=at)
    say(f"care: {Care.objects.count()} requests")


def _acting(code):
    """Somebody of the demo who serves at an office."""
    post = Post.objects.filter(office__code=code, user__is_demo=True, ends=None).with_office().order_by("pk").first()
    post.user.acting_post = post
    return post.user


def _contracts(bureau, at):
    """Both providers of the bureau; the first is the named helper's."""
    year, places = at.astimezone(CITY_TIME).date().replace(month=1, day=1), [bureau.place]
    needs = CareNeed.objects.filter(code__in=NEEDS)
    for (name, kind, contract), office in zip(CONTRACTS, (Office.objects.get(code=PROVIDER), None), strict=True):
        facts = {"kind": kind, "contract": contract, "begins": year - timedelta(days=365), "ends": year.replace(month=12, day=31)}
        facts["ends"] = facts["ends"].replace(year=year.year + 1)
        establish_provider(supervisor=bureau, name=name, facts=facts, needs=needs, places=places, office=office)
    return CareProvider.objects.select_related("office").get(office__code=PROVIDER)


def _morning(rng, at, back):
    day = (at - timedelta(days=back)).astimezone(CITY_TIME).date()
    return datetime.combine(day, time(9 + rng.randrange(7), rng.randrange(60)), tzinfo=CITY_TIME)


def _tell(rng, cast, village, moment, *, now):
    """One request on its way; it stops where the present begins, or where the person takes the agreement back."""
    bureau, helper, provider = cast
    need, situation = rng.choice(ASKED)
    facts = {"name": person_name(rng), "phone": phone_number(rng), "situation": situation, "asked_by": AskedBy.SELF}
    if moment >= now:
        return
    care = open_request(at=moment, place=village, need=CareNeed.objects.get(code=need), **facts).care
    steps = [(1, "assign", bureau, {"provider": provider}), (2, "accept", helper, {})]
    steps += [(rng.randint(5, 16), "visit", helper, None) for _time in range(rng.randint(1, 5))]
    last = rng.choice([("end", helper, {"result": "helped", "closing": rng.choice(END)})] * 3 + [("withdraw", RESIDENT, {})])
    for wait, name, by, given in [*steps, (7, *last)]:
        moment += timedelta(days=wait)
        if moment >= now:
            return
        ring(care, at=moment)
        given = _visit(rng, moment) if given is None else given
        care = engine.take(care, name, by=by, at=moment, **given)
    if care.state == "ended" and rng.random() < 0.7 and moment + timedelta(days=3) < now:
        engine.take(care, "rate", by=RESIDENT, at=moment + timedelta(days=3), satisfaction=rng.choice(("satisfied", "satisfied", "fairly")))


def _visit(rng, moment):
    day = moment.astimezone(CITY_TIME).date()
    return {"visited_on": day, "way": rng.choice(("home", "home", "phone", "office")), "done": rng.choice(DONE),
            "next_on": day + timedelta(days=16), "next_plan": rng.choice(NEXT)}  # fmt: skip
