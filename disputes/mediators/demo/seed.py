"""The register of the demo: a committee in every township, some villages and six trades, their mediators, two studios, a few choices."""

from datetime import timedelta

from django.utils import timezone

from disputes.complaints.demo.people import person_name
from disputes.mediation.enums import State as MediationState
from disputes.mediation.models import Mediation
from disputes.mediators.demo.words import HOURS, KINDS, QUALIFICATIONS, ROOMS, STUDIOS
from disputes.mediators.enums import Background, CommitteeKind, Employment, Trade
from disputes.mediators.models import Committee, Mediator
from disputes.mediators.services import PERSON_FACTS, choosable_for, choose, justice_over, office_of
from governance.cases.services import next_numbers
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post
from governance.places.models import Place

HOME, COUNTY, CITY = "150102001", "150102", "1501"
AT = {"consumer": COUNTY, "medical": CITY, "family": COUNTY, "labour": COUNTY, "property": COUNTY, "traffic": CITY}
TERM, RECENT = timedelta(days=3 * 365), timedelta(days=10)
NAMES = {  # how a trade's committee is called
    "consumer": "消费纠纷", "medical": "医疗纠纷", "family": "婚姻家庭纠纷", "labour": "劳动争议", "property": "物业纠纷",
    "traffic": "道路交通事故损害赔偿纠纷",
}  # fmt: skip
CHOSEN = 3


def seed(*, rng, scale, count, at, say):
    """Plain rows, opened together; the last mediator of each committee is engaged by the engine, so that the clocks run."""
    if scale != "demo" or Committee.objects.exists():
        return
    bureaus, wanted = Bureaus(), [*of_places(), *of_trades()]
    rows = [entered(rng, bureaus, *one, at=at) for one in wanted]
    for row, number in zip(rows, next_numbers([row.opened_at for row in rows]), strict=True):
        row.number = number
    with loading_history(since=at - RECENT), rules_read_once():
        engine.begin_many(rows, by=SYSTEM, notes=[""] * len(rows), data=[{}] * len(rows))
        engaged = staff(rng, bureaus, rows, at=at)
        home = next(row for row in rows if row.place.path == HOME)
        studios(home, bureaus, at=at)
        for row in engaged:
            ring(row, at=at)
        chosen = choices(rng, at=at)
    say(f"mediators: {len(rows)} committees, {Mediator.objects.count()} mediators, {chosen} choices")


def of_places():
    """(place, kind, trade, name) of every township and of the villages of the home township."""
    for place in Place.objects.in_use().filter(level="township", nature="regular").order_by("path"):
        yield place, CommitteeKind.TOWNSHIP, "", f"{place.short_name}人民调解委员会"
    for place in Place.objects.in_use().filter(level="village", nature="regular", path__startswith=HOME).order_by("path"):
        yield place, CommitteeKind.VILLAGE, "", f"{place.short_name}人民调解委员会"


def of_trades():
    places = Place.objects.in_bulk([*{*AT.values()}], field_name="code")
    for trade in Trade:
        place = places[AT[trade.value]]
        yield place, CommitteeKind.TRADE, trade.value, f"{place.short_name}{NAMES[trade.value]}人民调解委员会"


def entered(rng, bureaus, place, kind, trade, title, *, at):
    """An entry of this year, its term somewhere on its way; one in forty has forgotten to elect anew."""
    office, began = office_of(place, kind, trade, title), at - timedelta(days=rng.randint(60, 1030))
    if rng.random() < 0.025:
        began = at - TERM - timedelta(days=rng.randint(3, 40))
    venue, room = rng.choice(ROOMS)
    first = timezone.localdate(began)
    row = Committee(
        place=place, kind=kind, trade=trade, title=title[:60], venue=venue.format(here=place.short_name), room=room,
        hours=rng.choice(HOURS),
        phone=landline(rng), seats=rng.choice((3, 5, 5, 7)), founded_on=first - timedelta(days=365 * rng.randint(0, 12)),
        term_from=first, term_until=first + TERM - timedelta(days=1), opened_at=at - timedelta(days=rng.randint(20, 330)),
    )  # fmt: skip
    row.hand_to(office)
    row.office_ids = [*row.office_ids, *bureaus.over(place)]
    return row


def landline(rng):
    """A number of the area that nobody has: no exchange begins with 0."""
    return f"0471-0{rng.randint(100000, 999999)}"


class Bureaus:
    """The justice bureaus over places, and who serves at the nearest; read once per county."""

    def __init__(self):
        self.keys, self.clerks = {}, {}

    def over(self, place):
        return self.keys.get(place.path[:6]) or self.keys.setdefault(place.path[:6], justice_over(place))

    def clerk(self, place):
        return self.clerks.get(place.path[:6]) or self.clerks.setdefault(place.path[:6], self._serving(place))

    def _serving(self, place):
        """Who serves at the bureau of the county, else of the city."""
        posts = Post.objects.filter(role=Role.DEPARTMENT_HANDLER, office__in=self.over(place), user__is_demo=True).with_office()
        post = posts.order_by("-office__place__path", "pk").first()
        post.user.acting_post = post
        return post.user


def staff(rng, bureaus, rows, *, at):
    """Who has an account there, and a few more; returns the committees as they stand."""
    accounts = {}
    for post in Post.objects.filter(role=Role.MEDIATOR, ends=None, user__is_demo=True).select_related("user").order_by("pk"):
        accounts.setdefault(post.office_id, []).append(post.user)
    plain, last = [], []
    for row in rows:
        named = [person(rng, row, at=at, account=user) for user in accounts.get(row.office_id, ())]
        named += [person(rng, row, at=at) for _number in range(rng.randint(2, 3))]
        known = {one.name: one for one in named}
        *most, final = known.values()
        plain += most
        last.append((row, final))
    Mediator.objects.bulk_create(plain)
    return [engaged(row, final, by=bureaus.clerk(row.place)) for row, final in last]


def person(rng, row, *, at, account=None):
    since = timezone.localdate(row.opened_at) - timedelta(days=rng.randint(0, 500))
    kinds = [row.trade] if row.trade else rng.choice(KINDS)
    return Mediator(
        committee=row, account=account, name=account.name if account else person_name(rng), kinds=kinds,
        employment=Employment.FULL_TIME if account or row.trade else rng.choice(Employment.values),
        background=rng.choice(Background.values), qualification=rng.choice(QUALIFICATIONS.get(row.trade, QUALIFICATIONS[""])),
        work_phone=landline(rng) if rng.random() < 0.3 else "", since=since,
        until=since + TERM - timedelta(days=rng.choice((1, 1, 300, 560))),
    )  # fmt: skip


def engaged(row, final, *, by):
    facts = {name: getattr(final, name) for name in PERSON_FACTS}
    return engine.take(
        row, "appoint", by=by, at=row.opened_at + timedelta(hours=2), note=final.name, person_name=final.name,
        specialities=final.kinds, since=final.since, until=final.until, **facts,
    )  # fmt: skip


def studios(committee, bureaus, *, at):
    """One that is open, one the justice bureau has yet to look at."""
    by = next(iter(mediators_of(committee)), None)
    if by is None:
        return
    leaders = list(committee.people.staying().order_by("pk")[: len(STUDIOS)])
    for number, (leader, (pattern, kinds)) in enumerate(zip(leaders, STUDIOS, strict=False)):
        facts = {
            "studio_name": pattern.format(leader=leader.name),
            "leader": leader,
            "specialities": kinds,
            "studio_phone": committee.phone,
        }
        moment = at - timedelta(days=40 - 36 * number)
        engine.take(committee, "propose_studio", by=by, at=moment, studio_venue=committee.venue, **facts)
        if number == 0:
            waiting = committee.studios.waiting().get()
            engine.take(committee, "approve_studio", by=bureaus.clerk(committee.place), at=moment + timedelta(days=6), studio=waiting)


def mediators_of(committee):
    for post in Post.objects.filter(role=Role.MEDIATOR, office=committee.office_id, ends=None).with_office().order_by("pk"):
        post.user.acting_post = post
        yield post.user


def choices(rng, *, at):
    """Applicants who named somebody; in the first the other side agreed."""
    waiting = Mediation.objects.filter(state__in=[MediationState.REGISTERED, MediationState.ACCEPTED], place_path__startswith=HOME)
    told = 0
    for number, mediation in enumerate(waiting.select_related("place", "office").order_by("-pk")[:CHOSEN]):
        people = list(choosable_for(mediation, day=timezone.localdate(at)))
        if people and mediation.opened_at < at:
            wanted = rng.choice(people)
            for side in ("applicant", "respondent")[: 2 if number == 0 else 1]:
                choose(mediation, side, wanted, at=at - (at - mediation.opened_at) / 3)
                told += 1
    return told
