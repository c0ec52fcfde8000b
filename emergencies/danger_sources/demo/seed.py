"""The major danger sources of the demo: filed, watched, checked; told by the engine itself for the sites that keep dangerous goods."""

from datetime import timedelta
from decimal import Decimal

from emergencies.danger_sources.data.load import load_substances
from emergencies.danger_sources.models import DangerSource, Substance
from emergencies.danger_sources.services import bureau_for, declare
from emergencies.plans.demo.mall import plan_paper
from emergencies.venues.demo.names import landline, person
from emergencies.venues.demo.seed import appointed
from emergencies.venues.models import Venue
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Post
from governance.places.models import Place

COUNT, RECENT = 14, timedelta(days=30)
COUNTY, SPREAD, WHERE = 6, 0.04, ("latitude", "longitude")
KEPT = (
    ("液化石油气储配站储罐区", (("lpg", 260),)),
    ("天然气储配站", (("natural_gas", 90),)),
    ("加油站油罐区", (("petrol", 210), ("flammable_4", 120))),
    ("油库1号罐区", (("petrol", 6200),)),
    ("制冷机房氨系统", (("ammonia", 24),)),
    ("水厂氯库", (("chlorine", 8),)),
    ("甲醇、乙醇罐区", (("methanol", 900), ("ethanol", 700))),
    ("氧气充装站", (("oxygen", 340), ("acetylene", 1))),
)
READINGS = (("pressure", "0.42 MPa"), ("temperature", "18 ℃"), ("fill", "61%"), ("gas", "0"))


def seed(*, rng, scale, count, at, say):
    """Substances, then a few sources of the sites with dangerous goods; nothing when there are some already."""
    if scale != "demo":
        return
    load_substances()
    venues = [*Venue.objects.confirmed().filter(kind__code="dangerous_goods").select_related("place", "site").order_by("pk")]
    if DangerSource.objects.exists() or not venues:
        return
    chosen = rng.sample(venues, min(COUNT, len(venues)))
    with loading_history(since=at - RECENT), rules_read_once():
        told = sum(tell(rng, venue, index, at=at) for index, (venue, _none) in enumerate(zip(chosen, range(COUNT), strict=False)))
        ring_all(DangerSource, at=at)
    say(f"danger sources: {told} told")


def acting(office):
    """Whoever acts at an office in the demo, or None."""
    post = Post.objects.filter(office=office, user__is_demo=True).with_office().order_by("-pk").first()
    if post is None:
        return None
    post.user.acting_post = post
    return post.user


def tell(rng, venue, index, *, at):
    """One source over the past year; whether it could be told."""
    bureau = bureau_for(venue.place.path)
    clerk = acting(bureau) if bureau else None
    if clerk is None:
        return False
    keeper = acting(venue.site) or appointed([venue.site], at)[venue.site_id]
    opened, (unit, kept) = at - timedelta(days=rng.randrange(300, 390)), KEPT[index % len(KEPT)]
    rows = [{"substance": Substance.objects.get(code=code), "quantity": Decimal(most)} for code, most in kept]
    county = Place.objects.get(path=venue.place.path[:COUNTY])
    where = {name: one + rng.uniform(-SPREAD, SPREAD) for name in WHERE if (one := getattr(county, name)) is not None}
    source = declare(
        at=opened, by=keeper, place=venue.place, site=venue.site, kept=rows, title=venue.title, unit=unit, landmark=venue.landmark,
        exposed=rng.choice((0, 20, 45, 80, 150)), manager=person(rng), work_phone=landline(rng), **where,
    )  # fmt: skip
    for days, name, by, given in steps(rng, index, clerk, keeper, opened):
        moment = opened + timedelta(days=days)
        if moment < at:
            ring(source, at=moment)
            source = engine.take(source, name, by=by, at=moment, **given)
    return True


def steps(rng, index, clerk, keeper, opened):
    """Filed within days; the plan follows, every month a record, in autumn the check."""
    found = [(6, "file", clerk, {})]
    if index % 5:
        found.append((20, "file_plan", keeper, {"plan_on": (opened + timedelta(days=14)).date(), "plan_file": plan_paper()}))
    months = range(28, 390 if index % 4 else 200, 28)
    for days in months:
        watched, reading = rng.choice(READINGS)
        found.append((days, "watch", keeper, {"watched": watched, "reading": reading, "normal": True}))
    problems = index == 3
    told = "安全阀校验过期，须限期更换。" if problems else "管理制度、监测、应急物资符合要求。"
    found.append((260, "check", clerk, {"result": "problems" if problems else "sound", "note": told, "photographs": []}))
    return sorted(found, key=lambda row: row[0])
