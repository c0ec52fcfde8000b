"""A client of the demo with its published key, and what it sent in the last weeks; some of it still waits to be placed."""

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.db import transaction

from disputes.complaints.demo import shares, texts
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.seed import RECENT, Story, gathered, handle
from disputes.complaints.demo.streets import is_rural
from disputes.complaints.enums import Kind, State
from disputes.open311.data.load import load_attributes
from disputes.open311.enums import Scope
from disputes.open311.models import ApiKey, ServiceAttribute
from disputes.open311.services import Received, add_update, digest_of, file_request, issue_key
from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.notices.services import loading_history
from governance.places.models import Place

CITY_TIME = ZoneInfo("Asia/Shanghai")
DEMO_KEY = "demo-open311-hohhot"  # published, like the accounts' password: it opens the demo alone
CLIENT, CONTACT = "青城生活 App（演示）", "演示运营单位 0471-0000000"
CALLS_PER_HOUR = 6000
COUNT, UNPLACED, PLACED_LATER = 30, 6, 4
DAYS = 45
SPREAD = 0.02  # degrees around the seat of the county


def seed(*, rng, scale, count, at, say):
    """The key at any scale; the stories for the demo alone."""
    load_attributes()
    key = demo_key(at=at)
    if scale != "demo" or key.submissions.exists():
        return
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        cast, seats = gathered(), {place.path: place for place in Place.objects.filter(latitude__isnull=False)}
        for number in range(COUNT):
            tell(Random(rng.random()), cast, seats, key, number=number, now=at)
    say(f"open interface: {COUNT} requests of a client, {UNPLACED} not yet placed")


def demo_key(*, at):
    found = ApiKey.objects.filter(digest=digest_of(DEMO_KEY)).first()
    if found is None:
        found = ApiKey(name=CLIENT, contact=CONTACT, scopes=list(Scope.values), per_hour=CALLS_PER_HOUR)
        issue_key(found, by=None, at=at, plain=DEMO_KEY)
    return found


def tell(rng, cast, seats, key, *, number, now):
    """One request, filed with a division or without, and carried as far as it has come."""
    waits, late = number < UNPLACED, number < UNPLACED + PLACED_LATER
    opened = now - timedelta(hours=rng.uniform(0.2, 6)) if waits else moment_of(now - timedelta(days=rng.uniform(2, DAYS)), rng, now=now)
    place = rng.choices(cast.places, weights=cast.weights)[0]
    code, kind = shares.matter(rng, day=opened.date(), rural=is_rural(place.short_name))
    category = cast.categories[code]
    sent = request_of(rng, category, place, seats, None if late else place, month=opened.month)
    complaint = file_request(sent, key=key, at=opened).submission.complaint
    if waits:
        return
    fate = shares.outcome(rng, county_code=place.path[:6], category_code=code, kind=kind)
    story = Story(rng, cast, complaint, fate, opened, now, place=place.short_name)
    if late:
        story.wait(0.3, 2)
        facts = {"place": place, "landmark": complaint.landmark, "note": "按来件地址确认。"}
        story.complaint = engine.take(complaint, "correct", by=cast.operator, at=story.at, **facts)
    handle(story)
    if story.complaint.state == State.HANDLING:
        said = min(story.complaint.opened_at + timedelta(hours=20), now)
        add_update(complaint.open311, external_id=f"demo-{number}", text=texts.step_note(rng, "add_word"), reopens=False, at=said)


def moment_of(at, rng, *, now):
    """Some time of that day at which people write."""
    local = at.astimezone(CITY_TIME)
    wanted = datetime.combine(local.date(), shares.time_of_day(rng, source="wechat"), CITY_TIME)
    return min(wanted, now - timedelta(minutes=rng.randrange(5, 90)))


def request_of(rng, category, place, seats, named, *, month):
    """What the app sends: words, a point, sometimes an answer."""
    facts = {"category_code": category.code, "place_name": place.short_name, "kind": Kind.COMPLAINT, "month": month}
    _title, description, landmark = texts.complaint_text(rng, **facts)
    seat = seats[place.path[:6]]
    return Received(
        category, named, description, digest_of(f"demo {rng.random()}"), answers=answers_for(rng, category),
        address_string=f"{place.full_name}{landmark}"[:120],
        latitude=seat.latitude + rng.uniform(-SPREAD, SPREAD), longitude=seat.longitude + rng.uniform(-SPREAD, SPREAD),
        name=person_name(rng), phone=phone_number(rng),
    )  # fmt: skip


def answers_for(rng, category):
    asked = [attribute for attribute in ServiceAttribute.objects.of_service(category) if attribute.is_list]
    return [[attribute.description, rng.choice(attribute.values)[1]] for attribute in asked]
