"""A believable register of plans: most in force, some on the way, a few late to be assessed."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from emergencies.plans.enums import Kind, Scenario
from emergencies.plans.models import Plan
from emergencies.plans.services import EMERGENCY, OWING, reviewing_office
from emergencies.venues.demo.names import landline, person
from emergencies.venues.demo.telling import Chronicle, in_office
from emergencies.venues.models import Venue
from governance.calendar.services import current_calendar
from governance.deadlines.models import Limit
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post
from governance.timeline.models import Event

HAVING, WAITING = 0.82, 0.9  # up to which draw a venue has a plan in force, or one on the way
RESOURCES = (
    "微型消防站一处，队员八人；灭火器、消防水带、担架、应急照明存放于一层值班室。",
    "应急队员十二人，分疏散、救护、警戒三组；与就近医院、消防站建立联动。",
    "保安九人兼疏散引导；应急广播、扩音器、急救箱各楼层配置；备用发电机一台。",
)
OFFICE_RESOURCES = "应急值班室、机动队伍二十人、车辆三辆；物资存放于应急物资库，与消防、医疗、电力单位联动。"
TOUCHING = [Scenario.FIRE, Scenario.GAS, Scenario.WEATHER, Scenario.HEALTH, Scenario.GATHERING]
RETURNED = "疏散图未标明集合点，请补充后重报。"


@dataclass
class Cast:
    """Everything the stories draw on, read once."""

    rng: Any
    at: Any
    people: dict  # office → who acts there
    told: Any


def seed_plans(*, rng, at):
    """Tell the plans of venues and offices; returns how many."""
    limits = {limit.code: limit for limit in Limit.objects.valid(at)}
    cast = Cast(rng, at, acting(at), Chronicle(Plan, current_calendar(), limits, at))
    begun = dict(Event.objects.filter(kind="venues.confirm").order_by("at").values_list("object_id", "at"))
    venues = Venue.objects.confirmed().filter(pk__in=begun).select_related("place", "site", "office").order_by("pk")
    townships = {office.place.path: office for office in Office.objects.in_use().filter(type="township").select_related("place")}
    for venue in venues:
        of_venue(cast, venue, townships.get(venue.place_path[:9]), begun[venue.pk])
    owing = [*Office.objects.in_use().filter(type__in=OWING).select_related("place").order_by("pk")]
    drafting = {one.place_id: one for one in owing if (one.type, one.trade) == ("bureau", EMERGENCY)}
    for office in owing:
        of_office(cast, office, drafting.get(office.place_id) if office.type == "government" else office)
    with transaction.atomic():
        cast.told.write()
        told_of = Plan.objects.in_force().filter(venue=OuterRef("pk"))
        having = Venue.objects.filter(pk__in=Plan.objects.in_force().filter(venue__isnull=False).values("venue"))
        having.update(plan_on=Subquery(told_of.values("issued_on")[:1]), plan_filed_at=Subquery(told_of.values("in_force_at")[:1]))
    return len(cast.told.cases)


def acting(at):
    """{office: somebody who acts there}."""
    roles = (Role.SITE_MANAGER, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER)
    found = {}
    for post in Post.objects.live(at).filter(user__is_demo=True, role__in=roles).with_office().order_by("-pk"):
        post.user.acting_post = post
        found[post.office_id] = post.user
    return found


def of_venue(cast, venue, township, since):
    """The plan of a venue, as far as it came. The demo's own mall has its own story."""
    rng, draw = cast.rng, cast.rng.random()
    by = cast.people.get(venue.site_id) or (township and cast.people.get(township.pk))
    reviewer = cast.people.get(venue.office_id)
    if draw > WAITING or by is None or reviewer is None or by is reviewer or venue.site.code == "site-150102001001-1":
        return
    plan = Plan(
        title=f"{venue.title}应急预案"[:60], kind=Kind.COMPREHENSIVE, owner=venue.site, venue=venue, place=venue.place,
        commander=f"{venue.manager}（负责人）", deputies=f"{person(rng)}（安全主管）", duty_phone=venue.work_phone,
        scenarios=rng.sample([Scenario.FIRE, Scenario.CROWD, Scenario.VIOLENCE, Scenario.POWER, Scenario.WEATHER], k=3),
        resources=rng.choice(RESOURCES), keeper_ids=[venue.site_id, *([township.pk] if township else [])],
    )  # fmt: skip
    opened = in_office(since + timedelta(days=rng.uniform(2, 45)), rng)
    if draw > HAVING:
        opened = max(opened, in_office(cast.at - timedelta(days=rng.uniform(1, 6)), rng))
    carried(cast, plan, venue.office, by=by, reviewer=reviewer, at=opened, ends=draw > HAVING)


def of_office(cast, office, drafter):
    """The plan of a government (which its bureau for emergencies writes), a bureau or a township: most have one."""
    rng, whole = cast.rng, office.type == OfficeType.GOVERNMENT  # the general plan of an area stands for everything that can happen
    if (rng.random() > HAVING and not whole) or drafter is None or drafter.pk not in cast.people:
        return
    reviewing = reviewing_office(office)
    if reviewing is None or reviewing.pk not in cast.people:
        return
    plan = Plan(
        title=f"{office.short_name}突发事件应急预案"[:60], kind=Kind.OFFICE, owner=office, place=office.place,
        commander=f"{person(rng)}（主要负责人）", deputies=f"{person(rng)}（分管负责人）", duty_phone=office.phone or landline(rng),
        scenarios=Scenario.values if whole else TOUCHING, resources=OFFICE_RESOURCES,
        keeper_ids=list(dict.fromkeys([office.pk, drafter.pk])),
    )  # fmt: skip
    opened = in_office(cast.at - timedelta(days=rng.uniform(30, 390)), rng)
    carried(cast, plan, reviewing, by=cast.people[drafter.pk], reviewer=cast.people[reviewing.pk], at=opened, ends=False)


def carried(cast, plan, reviewing, *, by, reviewer, at, ends):
    """Submitted, reviewed, put in force, as far as the present allows; `ends`: it is still with the reviewer, or came back."""
    rng, told = cast.rng, cast.told
    if at >= cast.at:
        return
    plan.office_ids, plan.reviewer_ids = list(plan.keeper_ids), [reviewing.pk]
    plan.hand_to(reviewing)
    told.begin(plan, by=by, at=at)
    reviewed = in_office(at + timedelta(days=rng.uniform(1, 6)), rng)
    if ends or reviewed >= cast.at:
        if reviewed < cast.at and rng.random() < 0.5:
            told.take(plan, "return", by=reviewer, at=reviewed, note=RETURNED)
            plan.hand_to(plan.owner)
        return
    told.take(plan, "review", by=reviewer, at=reviewed, note="要素齐全。")
    plan.hand_to(plan.owner)
    issued = in_office(reviewed + timedelta(days=rng.uniform(1, 10)), rng)
    plan.issued_on = min(issued, cast.at).date()
    plan.review_on = plan.issued_on + timedelta(days=rng.randrange(170, 300) if rng.random() < 0.12 else rng.randrange(500, 1080))
    plan.in_force_at = min(issued, cast.at)
    told.take(plan, "put_in_force", by=by, at=plan.in_force_at, issued_on=plan.issued_on, review_on=plan.review_on)
