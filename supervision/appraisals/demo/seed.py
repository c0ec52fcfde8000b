"""The round of the last full year, finished with its objections; and that of this year, in which units report just now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from governance.access.grants import appoint
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring_all
from governance.files.checking import check
from governance.flow import engine
from governance.notices.services import loading_history
from governance.papers.blocks import Block
from governance.papers.pdf import PDF, Part, pdf
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post, User
from governance.web.demo.accounts import SINCE
from supervision.appraisals.demo import texts
from supervision.appraisals.models import Appraisal
from supervision.assessment.demo.seed import drawn_up
from supervision.assessment.enums import Grade, ItemKind, Level, Slot, Unit
from supervision.assessment.models import Adjustment, Reviewer, Scheme, Score
from supervision.assessment.rules import apart
from supervision.assessment.services import disclose, lock, publish

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT = timedelta(days=10)
DAY = timedelta(days=1)
ROUND = (("issued", 0), ("reported", 13), ("reviewed", 30), ("disclosed", 52), ("objected", 55), ("decided", 62), ("locked", 76))
REVIEWERS = ("shiban", "shizhongxin", "shizhujianju")
THIRD_S_OWN = "housing-1501"  # the bureau of the third reviewer, whose unit the two settle without a third
ANSWERING = (OfficeType.LEADING_GROUP, OfficeType.TOWNSHIP, OfficeType.BUREAU)
ROLES = (Role.LEADING_OFFICE, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER)
RIGHT, WRONG = "township-150102001", "township-150102002"  # who objects rightly; who failed, and objects in vain
CLAIMED, TENTH = 4, Decimal("0.1")
UNDER_WAY = timedelta(days=12)


@dataclass
class Told:
    """What the rounds are told with: `people` by office, the moments of the round, one proof for all."""

    rng: Any
    now: Any
    people: dict
    deciders: dict
    moments: dict
    proof: bytes

    def file(self):
        return check(SimpleUploadedFile("证明材料.pdf", self.proof, content_type=PDF))

    def moment(self, name):
        """Some hours into the day of it, the same order for all."""
        return self.moments[name] + timedelta(minutes=self.rng.randrange(0, 400))


def seed(*, rng, scale, count, at, say):
    """Nothing where there is a scheme already."""
    if scale != "demo" or Scheme.objects.exists():
        return
    year = timezone.localtime(at).year - 1
    begins = min(datetime(year + 1, 1, 6, 9, 10, tzinfo=CITY_TIME), at - 100 * DAY)
    moments = {name: begins + days * DAY for name, days in ROUND}
    told = Told(rng, at, people(), officials(), moments, proof())
    with loading_history(since=at - RECENT), rules_read_once(), transaction.atomic():
        for kind, level in ((Unit.PLACE, Level.COUNTY), (Unit.PLACE, Level.TOWNSHIP), (Unit.BUREAU, Level.CITY)):
            scheme = finished(told, drawn_up(year, level, kind=kind))
            failed = scheme.results.filter(grade=Grade.FAILED).count()
            say(f"assessment: {scheme}, {scheme.results.count()} units, {failed} failed")
        for level in (Level.COUNTY, Level.TOWNSHIP):
            under_way(told, drawn_up(year + 1, level))
        drawn_up(year + 1, Level.CITY, kind=Unit.BUREAU)
        ring_all(Appraisal, at=at)


def proof():
    """One small paper, typeset once."""
    lines = (("title", "证明材料（演示）"), ("body", "兹证明该单位在本考核年度内获得上级通报表扬。"), ("right", "市领导小组办公室（演示）"))
    blocks = [Block(kind, text) for kind, text in lines]
    return pdf([Part("证明材料", blocks)], title="证明材料")


def people():
    """Somebody who acts for every unit and every leading group of city and counties: {office: user}."""
    found = {}
    posts = Post.objects.filter(user__is_demo=True, role__in=ROLES, office__type__in=ANSWERING).with_office()
    for post in posts.order_by("user__password", "pk"):
        found[post.office_id] = acting(post)
    groups = Office.objects.in_use().filter(type=OfficeType.LEADING_GROUP, place__level__in=["city", "county"]).exclude(pk__in=found)
    for group in groups.select_related("place"):
        facts = {"name": f"{group.short_name}办公室经办人"[:40], "is_demo": True, "password": "!"}
        user = User.objects.get_or_create(username=f"clerk-{group.code}", defaults=facts)[0]
        found[group.pk] = acting(appoint(user, group, Role.LEADING_OFFICE, begins=SINCE))
    return found


def officials():
    """Who decides, by leading group."""
    return {post.office_id: acting(post) for post in Post.objects.filter(user__is_demo=True, role=Role.LEADING_OFFICIAL).with_office()}


def acting(post):
    post.user.acting_post = post
    return post.user


def name_reviewers(scheme):
    users = {user.username: user for user in User.objects.filter(username__in=REVIEWERS)}
    for item in scheme.items.of_kind(ItemKind.MANUAL):
        Reviewer.objects.bulk_create(Reviewer(item=item, slot=slot, user=users[name]) for slot, name in zip(Slot, REVIEWERS, strict=True))


def finished(told, scheme):
    """Issued, reported, scored, reviewed, disclosed, objected to, decided and locked."""
    city = told.people[Office.objects.get(code="leading_group-1501").pk]
    name_reviewers(scheme)
    scheme = publish(scheme, by=city, at=told.moments["issued"])
    for case in rounds(scheme):
        report(told, case)
    score(told, scheme)
    for case in rounds(scheme):
        review(told, case)
    disclose(scheme, by=city, at=told.moments["disclosed"])
    objections(told, scheme)
    lock(scheme, by=city, at=told.moments["locked"])
    name_responsible(told, scheme)
    return Scheme.objects.get(pk=scheme.pk)


def rounds(scheme):
    return Appraisal.objects.of_scheme(scheme).for_step().order_by("place_path", "pk")


def strength(case):
    """How well a unit stands by its figures alone, between 0 and 1."""
    return float(case.result.base or 60) / 100


def report(told, case):
    """Its own words; the first few of each scheme claim a bonus with a paper."""
    by = told.people[case.unit_id]
    bonuses = list(case.result.scheme.items.of_kind(ItemKind.BONUS)) if told.rng.random() < 0.12 or case.unit.code == RIGHT else []
    at = told.moment("reported")
    for bonus in bonuses[:1]:
        given = {"bonus": bonus, "points": told.rng.choice([1, 2]), "files": [told.file()]}
        case = engine.take(case, "claim", by=by, at=at, note=told.rng.choice(texts.BONUS), **given)
    points = Decimal(round(min(99, 78 + 20 * strength(case) + told.rng.uniform(-3, 3)), 1)).quantize(TENTH)
    return engine.take(case, "report", by=by, at=at, note=told.rng.choice(texts.REPORTS), self_points=points, files=[])


def score(told, scheme):
    """Two apart from each other on every unit, a third where they differ too much; one's own unit gets the same from both."""
    weakest = min(scheme.results.exclude(base=None), key=lambda result: result.base, default=None)
    rows = []
    for item in scheme.items.of_kind(ItemKind.MANUAL).prefetch_related("reviewers__user"):
        seats = {one.slot: one.user for one in item.reviewers.all()}
        for result in scheme.results.select_related("place", "office"):
            poor = result == weakest or result.code == WRONG.removeprefix("township-")
            rows += given(told, item, result, seats, poor=poor)
    Score.objects.bulk_create(rows)


def given(told, item, result, seats, *, poor):
    """The scores of one item for one unit."""
    share = 0.3 if poor else min(1, 0.62 + 0.35 * float(result.base or 60) / 100 + told.rng.uniform(-0.06, 0.06))
    first = quarter(item.weight * Decimal(share))
    second = quarter(first + item.weight * Decimal(told.rng.choice([0, 0.05, -0.05, 0.05, 0.2 if not poor and first < 8 else 0])))
    second = min(max(second, Decimal(0)), item.weight)
    if result.code == THIRD_S_OWN:
        second = first
    points = [first, second]
    if apart(first, second, weight=item.weight, most_apart=item.scheme.most_apart):
        points.append(quarter((first + second) / 2 + Decimal("0.5")))
    said = texts.SCORES_LOW if poor else texts.SCORES_HIGH
    return [
        Score(result=result, item=item, slot=slot, points=one, remark=told.rng.choice(said), by=seats[slot], at=told.moment("reviewed"))
        for slot, one in zip(Slot, points, strict=False)
    ]


def quarter(amount):
    """In steps of half a point."""
    return (Decimal(amount) * 2).to_integral_value() / 2


def review(told, case):
    """Claims settled, the worst marked with a deduction, and passed."""
    by, at = told.people[case.reviewer_id], told.moment("reviewed")
    for claim in Adjustment.objects.filter(result=case.result_id, standing="claimed"):
        good = told.rng.random() < 0.75
        step, note = ("accept_claim", texts.ACCEPTED) if good else ("refuse_claim", texts.REFUSED)
        case = engine.take(case, step, by=by, at=at, note=note, claim=claim)
    if case.unit.code == WRONG:
        minus = case.result.scheme.items.of_kind(ItemKind.DEDUCTION).first()
        case = engine.take(case, "charge", by=by, at=at, note=texts.NOTED, by_proof=minus, points=3, files=[told.file()])
    engine.take(case, "review", by=by, at=at)


def objections(told, scheme):
    """Of the townships one that holds and one that does not; of the counties one that does not."""
    for case in rounds(scheme).filter(unit__code__in=[RIGHT, WRONG, "leading_group-150104"]):
        right, items = case.unit.code == RIGHT, scheme.items.of_kind(ItemKind.INDICATOR if case.unit.code == RIGHT else ItemKind.MANUAL)
        note = texts.OBJECTED_RIGHT if right else texts.OBJECTED_WRONG
        by, at = told.people[case.unit_id], told.moment("objected")
        case = engine.take(case, "object", by=by, at=at, note=note, disputed=items.first(), files=[told.file()] if right else [])
        decider, decided = told.deciders[case.reviewer_id], told.moment("decided")
        if right:
            engine.take(case, "uphold", by=decider, at=decided, note=texts.UPHELD, change=Decimal("1.5"))
        else:
            engine.take(case, "maintain", by=decider, at=decided, note=texts.MAINTAINED)


def name_responsible(told, scheme):
    """Art. 58: of every unit that failed its head, and one without an account who was directly responsible."""
    for case in rounds(scheme).filter(result__grade=Grade.FAILED):
        by, at = told.people[case.reviewer_id], told.moments["locked"] + DAY
        head = {"person": told.people[case.unit_id], "person_name": "", "duty_kind": "head", "duty": "平安建设办公室主任"}
        direct = {"person": None, "person_name": "白志远", "duty_kind": "direct", "duty": "综治专干"}
        for facts in (head, direct):
            case = engine.take(case, "name_responsible", by=by, at=at, **facts)


def under_way(told, scheme):
    """Issued some days ago: a few reported, one of them claims a bonus and was reviewed; the others still have time."""
    city = told.people[Office.objects.get(code="leading_group-1501").pk]
    name_reviewers(scheme)
    publish(scheme, by=city, at=told.now - UNDER_WAY)
    told.moments = {"reported": told.now - UNDER_WAY / 2, "reviewed": told.now - 2 * DAY}
    early = [case for case in rounds(scheme) if case.unit.code not in {RIGHT, WRONG, "leading_group-150102"}][:CLAIMED]
    for number, case in enumerate(early):
        case = report(told, case)
        if not number and not case.open_claims:
            engine.take(case, "review", by=told.people[case.reviewer_id], at=told.moments["reviewed"])
