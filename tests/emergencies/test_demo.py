"""The demo is told as the engine tells: the same events and clocks, an unbroken chain, no venue without its duty."""

from datetime import timedelta
from random import Random

import pytest
from django.db import transaction

from emergencies.drills.demo.seed import seed_drills
from emergencies.drills.models import Drill
from emergencies.venues.demo.seed import seed_venues
from emergencies.venues.demo.telling import Chronicle
from emergencies.venues.enums import State
from emergencies.venues.models import Assessment, Venue
from governance.access.grants import appoint
from governance.calendar.services import current_calendar
from governance.deadlines.models import Deadline, Limit
from governance.deadlines.sweep import ring, sweep
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.people.establish import establish_offices
from governance.people.models import Office, User
from governance.timeline.models import Event
from governance.timeline.record import shortened, verify
from tests import actors
from tests.statistics import analyse

SAID = ("sequence", "kind", "label", "at", "by", "post", "actor", "note", "data", "public")
RAN = (
    "term",
    "label",
    "limit",
    "state",
    "started_at",
    "due_at",
    "provisional",
    "warned_at",
    "lapsed_at",
    "met_at",
    "office",
    "next_alarm_at",
)


def told_of(case):
    return [*Event.objects.of(case).order_by("sequence").values(*SAID)], [*Deadline.objects.of(case).order_by("pk").values(*RAN)]


def test_a_chronicle_tells_what_the_engine_tells(declaring, bureau, manager, at, answers):
    late, again = at + timedelta(days=40), at + timedelta(days=370)
    by_engine = declaring()
    for name, moment, given in [("confirm", at, {}), ("assess", late, {"answers": answers(0), "grade": "blue"})]:
        ring(by_engine, at=moment)
        by_engine = engine.take(by_engine, name, by=bureau, at=moment, **given)
    ring(by_engine, at=again)
    facts = {"place": by_engine.place, "kind": by_engine.kind, "site": by_engine.site, "title": "二店", "capacity": 9}
    venue = Venue(office_ids=by_engine.office_ids, office=by_engine.office, landmark="新华路", manager="赵", work_phone="12345", **facts)
    told = Chronicle(Venue, current_calendar(), {limit.code: limit for limit in Limit.objects.valid(at)}, again)
    told.begin(venue, by=manager, at=at)
    told.take(venue, "confirm", by=bureau, at=at)
    told.take(venue, "assess", by=bureau, at=late, grade="blue")
    venue.grade, venue.assessed_at = "blue", late
    told.write()
    assert told_of(venue)[1] == told_of(by_engine)[1]
    assert [row["kind"] for row in told_of(venue)[0]][-3:] == ["deadline.lapsed", "venues.assess", "deadline.warned_60d"]
    assert verify().broken is None


@pytest.fixture
def staffed(db):
    """The offices of the city, with somebody at those that act in the stories."""
    establish_offices()
    for kind, role in ((OfficeType.TOWNSHIP, Role.TOWNSHIP_CLERK), (OfficeType.BUREAU, Role.DEPARTMENT_HANDLER)):
        for office in Office.objects.filter(type=kind):
            user = User(username=f"clerk-{office.code}", name="经办人", is_demo=True, password="!")
            user.save()
            appoint(user, office, role, begins=actors.BEGAN)
    analyse()


def test_a_small_city_is_told_whole(staffed, at):
    seed_venues(rng=Random(7), at=at, count=60)
    seed_drills(rng=Random(7), at=at)
    analyse()
    while sweep(at=at):
        continue
    assert verify().broken is None
    assert (shortened(Venue), shortened(Drill)) == (None, None)
    assert Assessment.objects.count() >= 40
    registered = Venue.objects.filter(state=State.REGISTERED)
    assert registered.count() == Drill.objects.running().count()
    assert not Deadline.objects.running().filter(due_at__lt=at, lapsed_at=None).exists()


def story(at):
    """What a seed tells, told and taken back."""
    with transaction.atomic():
        seed_venues(rng=Random(7), at=at, count=12)
        told = [*Venue.objects.order_by("pk").values_list("title", "state", "grade", "opened_at", "assessed_at")]
        transaction.set_rollback(True)
    return told


def test_the_same_seed_tells_the_same_story(staffed, at):
    assert story(at) == story(at)
