"""Half a year of the safety index in the demo: numbers of inhabitants, a method fitted to the demo's few cases, published editions, tips
on their way; told by the services and the engine."""

from datetime import timedelta
from decimal import Decimal

from emergencies.safety_index.models import Edition, Method, Population
from emergencies.safety_index.services import computed, draft, new_version, start_of
from governance.calendar.months import month_after, month_before, month_of
from governance.cases.counting import CITY_TIME
from governance.deadlines.enums import Mark
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring, ring_all
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import OfficeType, Role
from governance.people.models import Post
from governance.places.enums import Level
from governance.places.models import Place

SOURCE = "演示数据（虚构），不是统计数据"
RECENT, HOUR, DAY = timedelta(days=45), timedelta(hours=1), timedelta(days=1)
MONTHS = 6
ZONE, ZONE_PEOPLE = "150172", 90_000  # the statistical zone, of which the census tells nothing
GROWTH = Decimal("1.2")  # what makes the census of 2010 look like today
USUAL = 4  # the lower end stands at so many times the city's average
TOLD = (
    "与上月相比，全市平安指数总体平稳。"
    "诉求集中在物业和噪声，冬季用火用气安全需要特别注意。各乡镇（街道）收到提示后组织排查，市民发现隐患请拨打12345。"
)


def seed(*, rng, scale, count, at, say):
    """Editions of the last months, the newest waiting for approval; nothing when there are some already."""
    if scale != "demo" or Edition.objects.exists():
        return
    city = Place.objects.at(Level.CITY).first()
    people = officers()
    if city is None or len(people) < 2:
        return
    last = month_before(month_of(at.astimezone(CITY_TIME).date()))
    first = month_before(last, MONTHS - 1)
    inhabitants(rng, year=first.year - 1)
    with loading_history(since=at - RECENT), rules_read_once():
        fit_method(city, last=last, first=first, by=people[Role.LEADING_OFFICE], at=start_of(first))
        for back in range(MONTHS - 1, -1, -1):
            tell(month_before(last, back), people, at=at, is_last=not back)
        ring_all(Edition, at=at)
    say(f"safety index: {MONTHS} months told")


def officers():
    """{role: somebody of the demo at the city's office} of who compiles and who approves."""
    wanted = {Role.CENTRE_OFFICER: OfficeType.CENTRE, Role.LEADING_OFFICE: OfficeType.LEADING_GROUP}
    posts = Post.objects.filter(role__in=wanted, office__place__level=Level.CITY, user__is_demo=True).with_office().order_by("-pk")
    found = {}
    for post in posts:
        if post.office.type == wanted[post.role]:
            post.user.acting_post = post
            found[post.role] = post.user
    return found


def inhabitants(rng, *, year):
    """Numbers for every county and township, the townships' adding up to their county's; each says that it is made up."""
    census = {row.place.code: row.people for row in Population.objects.at(year).select_related("place")}
    rows, total = [], 0
    for county in Place.objects.in_use().at(Level.COUNTY).order_by("path"):
        people = int(census.get(county.code, ZONE_PEOPLE) * (GROWTH if county.code != ZONE else 1))
        below = [*Place.objects.in_use().filter(parent=county).order_by("path")]
        shares = [rng.randrange(6, 20) if place.nature == "regular" else 3 for place in below]
        total += people
        rows.append((county, people))
        rows += [(place, people * share // sum(shares)) for place, share in zip(below, shares, strict=True)]
    rows.append((Place.objects.at(Level.CITY).get(), total))
    facts = {"year": year, "source": SOURCE, "mark": Mark.DEFAULT}
    Population.objects.bulk_create(
        [Population(place=place, people=max(people, 1), **facts) for place, people in rows], ignore_conflicts=True
    )


def fit_method(city, *, last, first, by, at):
    """A version whose ends fit the demo's cases, which are far fewer than a city's."""
    base = Method.objects.in_force(last)
    found = computed(city, last, base)
    whole = {row.component.code: row.count for row in found.readings if row.place == city}
    people = next(score.people for score in found.scores if score.place == city)
    ends = {}
    for one in base.components.order_by("pk"):
        average = Decimal(whole.get(one.code, 0)) * 10_000 / people
        ends[one.code] = {"weight": one.weight, "best": Decimal(0), "worst": max(round(USUAL * average, 2), Decimal("0.05"))}
    bands = {band.tone: band.least for band in base.bands.order_by("pk")}
    names = ("window", "least_people", "rise_window", "rise_least", "rise_share")
    facts = {name: getattr(base, name) for name in names}
    new_version(base, components=ends, bands=bands, by=by, at=at, valid_from=first, source=SOURCE, **facts)


def tell(month, people, *, at, is_last):
    """Computed in the first days of the next month, sent, approved; of the newest only sent."""
    began = start_of(month_after(month)) + 9 * HOUR
    edition = draft(month=month, at=min(began, at - 6 * HOUR))
    moment = min(began + 4 * DAY, at - 4 * HOUR)
    edition = engine.take(edition, "submit", by=people[Role.CENTRE_OFFICER], at=moment, note="已核对。", told=TOLD)
    if is_last:
        return
    moment = min(began + 6 * DAY, at - 2 * HOUR)
    ring(edition, at=moment)
    edition = engine.take(edition, "publish", by=people[Role.LEADING_OFFICE], at=moment, note="同意发布。")
