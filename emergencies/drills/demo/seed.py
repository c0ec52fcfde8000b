"""A believable year of drills: planned, held, evaluated, reported; some late, some not at all."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from django.db import transaction

from emergencies.drills import terms
from emergencies.drills.forms import announced
from emergencies.drills.models import Drill, Measure
from emergencies.drills.rules import end_of_day
from emergencies.drills.services import binding_rule
from emergencies.venues.demo.names import COURSES, FINDINGS, MEASURES, SCENARIOS, person
from emergencies.venues.demo.telling import Chronicle, in_office
from emergencies.venues.models import Venue, VenueKind
from governance.calendar.services import current_calendar
from governance.deadlines.models import Limit
from governance.people.enums import OfficeType, Role
from governance.people.models import Post
from governance.timeline.models import Event

TYPES, TYPE_WEIGHTS = ("live", "table_top", "functional"), (6, 2, 3)
ANNOUNCED, DONE_IN_TIME = 0.3, 0.93
RESULT = "已按评估意见落实，现场核对无误。"
IN_TIME, LATE = 0.91, 0.955  # up to which draw a drill is held in time, or late; the rest never
BATCH = 1000


@dataclass
class Cast:
    """Everything the stories draw on, read once."""

    rng: Any
    at: Any
    rules: dict  # kind → the rule that binds
    sites: dict  # site office → its manager
    clerks: dict  # township's path → its clerk


def seed_drills(*, rng, at):
    """Tell the drills of every venue that was confirmed and has none; returns how many."""
    cast, begun = gathered(rng, at), beginnings()
    limits = {limit.code: limit for limit in Limit.objects.valid(at)}
    told, measures = Chronicle(Drill, current_calendar(), limits, at), []
    venues = Venue.objects.filter(pk__in=begun).filter(drills=None).select_related("place", "site", "kind", "office").order_by("pk")
    for venue in venues:
        tell(cast, told, venue, begun[venue.pk], measures)
    with transaction.atomic():
        told.write()
        Measure.objects.bulk_create(measures, batch_size=BATCH)
    return len(told.cases)


def gathered(rng, at):
    rules = {kind.pk: binding_rule(kind, at=at) for kind in VenueKind.objects.in_use()}
    sites, clerks = {}, {}
    posts = Post.objects.live(at).filter(user__is_demo=True, role__in=[Role.SITE_MANAGER, Role.TOWNSHIP_CLERK]).with_office()
    for post in posts.order_by("-pk"):
        post.user.acting_post = post
        if post.office.type == OfficeType.SITE:
            sites[post.office_id] = post.user
        else:
            clerks[post.office.place.path] = post.user
    return Cast(rng, at, rules, sites, clerks)


def beginnings():
    """{venue: when it was confirmed}."""
    return dict(Event.objects.filter(kind="venues.confirm").order_by("at").values_list("object_id", "at"))


def tell(cast, told, venue, since, measures):
    """The obligations of one venue, each from the drill before it."""
    by = cast.sites.get(venue.site_id) or cast.clerks[venue.place.path[:9]]
    previous = None
    while since is not None:
        drill = Drill(venue=venue, title=venue.title, place=venue.place, rule=cast.rules[venue.kind_id], previous=previous)
        drill.office_ids = [venue.office_id]
        drill.hand_to(venue.site)
        told.begin(drill, by=None, at=since)
        since = carried(cast, told, drill, by, measures)
        previous = drill
        if venue.closed_at and (since is None or since > venue.closed_at):
            dropped(told, drill, venue)
            return


def dropped(told, drill, venue):
    """The venue closed: what was still owed is owed no longer."""
    if drill.state in drill.flow.step("drop").source and told.events[-1].at < venue.closed_at:
        told.take(drill, "drop", by=None, at=venue.closed_at, note="经营终止，已停业腾空。")


def carried(cast, told, drill, by, measures):
    """Take a drill as far as it has come by now; returns when it was held once it is reported, else None."""
    rng, draw = cast.rng, cast.rng.random()
    end = drill.venue.closed_at or cast.at
    due = told.due(drill, terms.HOLD)
    length = due - drill.opened_at
    held = drill.opened_at + length * (rng.uniform(0.42, 0.98) if draw < IN_TIME else rng.uniform(1.02, 1.25))
    held = in_office(held, rng)
    planned = in_office(held - timedelta(days=rng.uniform(5, 25)), rng)
    if draw > LATE or planned >= end:
        return None
    planned = max(planned, in_office(drill.opened_at + timedelta(days=1), rng))
    plan(cast, told, drill, by, planned, held)
    entered = in_office(held + timedelta(days=rng.uniform(0.1, 2)), rng)
    if entered >= end:
        return None
    record(cast, told, drill, by, held, entered)
    return concluded(cast, told, drill, by, entered, end, measures)


def plan(cast, told, drill, by, at, held):
    rng = cast.rng
    drill.planned_on, drill.planned_time, drill.type = held.date(), time(held.hour), rng.choices(TYPES, TYPE_WEIGHTS)[0]
    drill.scenario, drill.organiser, drill.spot = rng.choice(SCENARIOS), drill.venue.manager, drill.venue.landmark
    told.take(drill, "plan", by=by, at=at, planned_on=drill.planned_on, type=drill.type)
    if rng.random() < ANNOUNCED:
        drill.announcement = announced(drill)
        told.take(drill, "announce", by=by, at=at + timedelta(hours=1))


def record(cast, told, drill, by, held, entered):
    """What counts is when it was held; it was entered a little later."""
    rng = cast.rng
    drill.held_at, drill.participants = held, max(8, round(drill.venue.capacity * rng.uniform(0.05, 0.5)))
    drill.course = rng.choice(COURSES).format(minutes=rng.randrange(4, 28))
    clock = told.take(drill, "hold", by=by, at=entered, held_at=held, participants=drill.participants)[terms.HOLD.name]
    drill.kept = held <= clock.due_at
    clock.met_at, clock.lapsed_at = held, None if drill.kept else clock.due_at


def concluded(cast, told, drill, by, at, end, measures):
    """Evaluated and reported, as far as the present allows."""
    rng = cast.rng
    at = in_office(at + timedelta(days=rng.uniform(1, 9)), rng)
    if at >= end:
        return None
    drill.findings = rng.choice(FINDINGS)
    told.take(drill, "evaluate", by=by, at=at)
    drill.verdict = rng.choices(("reached", "partly"), (3, 1))[0]
    measure = None
    if rng.random() < 0.7:
        until = drill.measures_until = (at + timedelta(days=rng.randrange(16, 45))).date()
        measure = Measure(drill_id=drill.pk, text=rng.choice(MEASURES), owner=person(rng), until=until)
        measures.append(measure)
    at = in_office(at + timedelta(days=rng.uniform(1, 12)), rng)
    if at >= end:
        return None
    drill.reported_to, drill.reported_on = drill.venue.office.name, at.date()
    told.take(drill, "report", by=by, at=at, reported_on=drill.reported_on)
    if measure:
        improved(cast, told, drill, by, at, end, measure)
    return drill.held_at


def improved(cast, told, drill, by, at, end, measure):
    """What the evaluation asked for: done in time mostly, late sometimes, open where its time has not come or nobody did it."""
    rng = cast.rng
    told.take(drill, "follow_up", by=None, at=at)
    drill.closed_at = None
    span = end_of_day(measure.until) - at
    done = in_office(at + span * (rng.uniform(0.2, 0.9) if rng.random() < DONE_IN_TIME else rng.uniform(1.05, 2)), rng)
    if done < end:
        measure.done_on, measure.result = done.date(), RESULT
        told.take(drill, "finish_measure", by=by, at=done, note=RESULT)
        told.take(drill, "close", by=None, at=done)
    elif drill.venue.closed_at:
        told.take(drill, "drop", by=None, at=end, note="经营终止，已停业腾空。")
