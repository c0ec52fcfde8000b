"""A believable year of the city's crowded places: declared, confirmed, graded, graded again, some late, some closed."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from django.db import transaction

from emergencies.venues import terms
from emergencies.venues.demo.names import ROADS, SHARES, TALL, capacity, is_rural, landline, person, venue_name
from emergencies.venues.demo.telling import Chronicle, in_office
from emergencies.venues.enums import Publicity
from emergencies.venues.models import Assessment, FactorSet, Venue, VenueKind
from emergencies.venues.rules import floor_of, grade_of, is_lowered, score
from governance.access.grants import sync_posts
from governance.calendar.services import current_calendar
from governance.deadlines.models import Limit
from governance.people.enums import OfficeKind, OfficeType, Role
from governance.people.models import Office, Post, User
from governance.places.models import Place

COUNT, MANAGERS = 2499, 60
TOWN_WEIGHT, VILLAGE_WEIGHT = 9, 1
BATCH = 1000
LOCATED, SPREADS = 0.8, ((9, 0.04), (12, 0.01))  # how many are on the map; how far around the seat of the county a township, a village lies
GRADED, LISTED = ("mall", "hotel", "cinema", "entertainment", "tourist", "market"), ("hospital", "stadium")  # what is public of which kinds
CAREFUL, CARELESS = (10, 3, 1, 1), (2, 4, 5, 1)  # how likely each option of a factor is, the best first
AGREED = "已看整改前后照片，同意。"
LOWERED = "现场核查后已整改到位，疏散通道恢复畅通，报经分管负责人同意调低一级。"


@dataclass
class Cast:
    """Everything the stories draw on, read once."""

    rng: Any
    at: Any
    places: list
    weights: list
    kinds: dict
    required: dict
    people: dict  # office → who acts there
    bureaus: dict  # (trade, county's path) → office
    seats: dict  # county's path → (latitude, longitude)
    factors: Any
    drawn: list  # the factors with their options


def seed_venues(*, rng, at, count=COUNT):
    """Tell `count` venues; returns how many."""
    cast = gathered(rng, at)
    for publicity, codes in ((Publicity.GRADED, GRADED), (Publicity.LISTED, LISTED)):
        VenueKind.objects.filter(code__in=codes).update(publicity=publicity)
    taken = set()
    wanted = [drawn(cast, taken) for _ in range(count)]
    with transaction.atomic():
        sites = Office.objects.bulk_create([site for _venue, site in wanted], batch_size=BATCH)
        limits = {limit.code: limit for limit in Limit.objects.valid(at)}
        told = Chronicle(Venue, current_calendar(), limits, at)
        gradings = []
        managers = appointed(rng.sample(sites, min(MANAGERS, count)), at)
        for (venue, _site), site in zip(wanted, sites, strict=True):
            venue.site = site
            gradings += tell(cast, told, venue, declarer=managers.get(site.pk))
        told.write()
        Assessment.objects.bulk_create(gradings, batch_size=BATCH)
    return count


ACTING = (Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER)


def gathered(rng, at):
    posts = Post.objects.live(at).filter(user__is_demo=True, role__in=ACTING).with_office()
    people = {}
    for post in posts.order_by("-pk"):
        post.user.acting_post = post
        people[post.office_id] = post.user
    bureaus = Office.objects.in_use().filter(type__in=[OfficeType.BUREAU, OfficeType.TOWNSHIP, OfficeType.CENTRE]).select_related("place")
    places = [*Place.objects.in_use().filter(level="village", nature="regular").select_related("parent").order_by("path")]
    kinds = {kind.code: kind for kind in VenueKind.objects.prefetch_related("required")}
    factors = FactorSet.objects.in_force(at)
    return Cast(
        rng, at, places, [VILLAGE_WEIGHT if is_rural(place) else TOWN_WEIGHT for place in places], kinds,
        {code: [item.code for item in kind.required.all()] for code, kind in kinds.items()}, people,
        {(office.trade or SECOND.get(office.type, ""), office.place.path): office for office in bureaus}, seats(), factors,
        [*factors.factors.prefetch_related("options")],
    )  # fmt: skip


SECOND = {OfficeType.CENTRE: "centre"}


def seats():
    """Where the counties' governments sit, as far as the divisions say."""
    counties = Place.objects.in_use().filter(level="county", latitude__isnull=False)
    return {path: (latitude, longitude) for path, latitude, longitude in counties.values_list("path", "latitude", "longitude")}


def position(cast, place):
    """Somewhere in the village, always in the same part of the county; (None, None) for what nobody put on the map."""
    seat = cast.seats.get(place.path[:6])
    if seat is None or cast.rng.random() > LOCATED:
        return None, None
    found, reach = seat, 4 if is_rural(place) else 1
    for length, spread in SPREADS:
        rng = Random(place.path[:length])
        found = tuple(part + reach * rng.uniform(-spread, spread) for part in found)
    return tuple(round(part + cast.rng.uniform(-0.003, 0.003), 5) for part in found)


def drawn(cast, taken):
    """A venue and the office of whoever runs it, neither written yet."""
    rng = cast.rng
    place = rng.choices(cast.places, weights=cast.weights)[0]
    shares = {code: share[is_rural(place)] for code, share in SHARES.items()}
    code = rng.choices([*shares], weights=[*shares.values()])[0]
    kept = [item for item in cast.required[code] if rng.random() < 0.94]
    title = venue_name(rng, code, place, taken)
    people = capacity(rng, code)
    latitude, longitude = position(cast, place)
    venue = Venue(
        latitude=latitude, longitude=longitude,
        place=place, kind=cast.kinds[code], title=title, landmark=f"{rng.choice(ROADS)}{rng.randrange(1, 190)}号", capacity=people,
        floors=rng.randrange(2, 22) if code in TALL else rng.randrange(1, 6), area=people * rng.randrange(3, 9), equipment=kept,
        manager=person(rng), work_phone=landline(rng),
    )  # fmt: skip
    serial = sum(1 for pk, _name in taken if pk == place.pk)
    site = Office(
        code=f"site-{place.code}-d{serial}", name=title, short_name=title, kind=OfficeKind.DEPARTMENTAL, type=OfficeType.SITE, trade=code,
        place=place,
    )  # fmt: skip
    return venue, site


def appointed(sites, at):
    """A few sites have a manager with a post; nobody can sign in as them. Returns {site: person}."""
    people = User.objects.bulk_create(
        [User(username=f"clerk-{site.code}", name=f"{site.short_name}负责人"[:40], is_demo=True, password="!") for site in sites]
    )
    begins = at - timedelta(days=420)
    posts = Post.objects.bulk_create(
        [Post(user=user, office=site, role=Role.SITE_MANAGER, begins=begins) for user, site in zip(people, sites, strict=True)]
    )
    for post in posts:
        post.user.acting_post = post
    sync_posts(Post.objects.filter(pk__in=[post.pk for post in posts]))
    return {post.office_id: post.user for post in posts}


def tell(cast, told, venue, *, declarer):
    """One venue from its declaration to the present; returns its gradings."""
    rng = cast.rng
    township = cast.bureaus.get(("", venue.place.path[:9]))
    office = cast.bureaus.get((venue.kind.trade, venue.place.path[:6])) or township
    venue.office_ids = [venue.site_id]
    venue.hand_to(office)
    clerk, supervisor = cast.people[township.pk], cast.people[office.pk]
    opened = in_office(cast.at - timedelta(days=age(rng), minutes=rng.randrange(600)), rng)
    told.begin(venue, by=declarer or clerk, at=min(opened, cast.at - timedelta(minutes=5)))
    moment = later(cast, venue.opened_at, 1, 6)
    if rng.random() < 0.012 and moment < cast.at:
        told.take(venue, "return_for_correction", by=supervisor, at=moment, note="面积和容纳人数与现场不符，请核对后重报。")
        return []
    if moment >= cast.at:
        return []
    told.take(venue, "confirm", by=supervisor, at=moment)
    gradings = graded(cast, told, venue, supervisor)
    gone = later(cast, cast.at - timedelta(days=40), 1, 30)
    if rng.random() < 0.01 and told.events[-1].at < gone < cast.at:
        told.take(venue, "close", by=supervisor, at=gone, note="经营终止，已停业腾空。")
    return gradings


def age(rng):
    """How many days ago a venue was declared: most in the first campaign, some since, a few just now."""
    draw = rng.random()
    if draw < 0.7:
        return rng.uniform(300, 400)
    return rng.uniform(48, 300) if draw < 0.85 else rng.uniform(0.5, 48)


def later(cast, moment, least, most):
    """A working moment some days after another."""
    return in_office(moment + timedelta(days=cast.rng.uniform(least, most)), cast.rng)


def graded(cast, told, venue, by):
    """Graded in time as a rule, sometimes late, here and there never, and again within the year."""
    rng, found = cast.rng, []
    draw, confirmed = rng.random(), told.events[-1].at
    moment = later(cast, confirmed, 4, 26) if draw < 0.94 else later(cast, confirmed, 36, 80)
    while draw > 0.05 and moment < cast.at:
        found.append(grade(cast, told, venue, by, moment))
        due = told.due(venue, terms.REASSESS)
        moment = in_office(due - timedelta(days=rng.uniform(3, 60)), rng) if rng.random() < 0.85 else due + timedelta(days=30)
    return found


def grade(cast, told, venue, by, moment):
    """An assessment with answers that fit the venue; what goes below the sum or what stood waits for the centre, which mostly agrees."""
    rng = cast.rng
    inputs = [answer(rng, factor, venue) for factor in cast.drawn]
    value = score([factor.rule for factor in cast.drawn], {row["factor"]: row["option"] for row in inputs})
    computed = grade_of(value, cast.factors.thresholds)
    wanted = {"red": "orange", "orange": "yellow"}[computed] if computed in {"red", "orange"} and rng.random() < 0.03 else computed
    floor = floor_of(computed, venue.grade)
    lowers = is_lowered(floor, wanted)
    note = LOWERED if lowers else ""
    told.take(venue, "assess", by=by, at=moment, note=note, grade=wanted)
    venue.grade, venue.assessed_at, venue.lowering = (floor if lowers else wanted), moment, (wanted if lowers else "")
    kept = Assessment(
        venue_id=venue.pk, factor_set=cast.factors, inputs=inputs, score=value, computed=computed, final=venue.grade,
        proposed=venue.lowering, reason=note, assessor=by, office=venue.office, at=moment,
    )  # fmt: skip
    return agreed(cast, told, venue, kept) if lowers else kept


def agreed(cast, told, venue, kept):
    """The centre of the county is the second person."""
    centre = cast.bureaus.get(("centre", venue.place.path[:6]))
    second, moment = cast.people.get(centre.pk) if centre else None, later(cast, kept.at, 1, 4)
    if second is None or moment >= cast.at:
        return kept
    told.take(venue, "agree_lowering", by=second, at=moment, note=AGREED)
    kept.final = venue.grade = kept.proposed
    kept.lowered, venue.lowering = True, ""
    kept.decided_by, kept.decided_at, kept.decision_note = second, moment, AGREED
    return kept


def answer(rng, factor, venue):
    """The option that fits the venue's size and kind, otherwise mostly the better ones."""
    options = [*factor.options.all()]
    weights = CARELESS if venue.capacity % 8 == 0 else CAREFUL
    chosen = rng.choices(options, weights=weights[: len(options)])[0]
    if factor.code == "crowd":
        chosen = options[sum(venue.capacity >= most for most in (200, 1000, 5000))]
    elif factor.code == "vulnerable":
        chosen = options[2 if venue.kind.code in {"school", "hospital", "care_home"} else rng.choice((0, 0, 1))]
    elif factor.code == "building":
        chosen = options[0 if venue.floors < 8 else 1]
    return {
        "factor": factor.code, "label": factor.label, "weight": factor.weight, "option": chosen.code, "answer": chosen.label,
        "points": chosen.points,
    }  # fmt: skip
