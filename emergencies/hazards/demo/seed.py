"""A believable year of general hazards, told in bulk: found by grid, inspection, site and public, removed in time, late, or not yet."""

from datetime import timedelta

from django.db import transaction

from emergencies.hazards import terms
from emergencies.hazards.demo import words
from emergencies.hazards.demo.people import gathered
from emergencies.hazards.enums import Grade, Source
from emergencies.hazards.models import Hazard
from emergencies.venues.demo.telling import Chronicle, in_office
from governance.calendar.services import current_calendar
from governance.cases.rules import title_of
from governance.deadlines.models import Limit

COUNT, YEAR = 480, 365
BY_BUREAU = (Source.INSPECTION, Source.SITE, Source.DEPARTMENT)
BY_TOWNSHIP, WEIGHTS = (Source.GRID, Source.PUBLIC, Source.TOWNSHIP, Source.HOTLINE), (5, 3, 4, 1)
NOT_FOUND, IN_TIME, LATE = 0.04, 0.9, 0.97  # up to which draw it is no hazard, removed in time, or late; the rest not yet


def seed_hazards(*, rng, at, count=COUNT):
    """Tell `count` general hazards; returns how many."""
    cast = gathered(rng, at)
    told = Chronicle(Hazard, current_calendar(), {limit.code: limit for limit in Limit.objects.valid(at)}, at)
    days = sorted((rng.uniform(0.1, YEAR) if rng.random() < 0.85 else rng.uniform(0.1, 12) for _ in range(count)), reverse=True)
    for age in days:
        opened = in_office(at - timedelta(days=age, minutes=rng.randrange(600)), rng)
        tell(cast, told, min(opened, at - timedelta(minutes=9)))
    with transaction.atomic():
        told.write()
    return count


def tell(cast, told, opened):
    """One hazard from the day it was found to the present."""
    rng = cast.rng
    at_site = rng.random() < 0.55
    hazard, done = at_a_site(cast) if at_site else in_a_street(cast)
    supervisor = cast.people[hazard.office_id]
    by = None if hazard.source == Source.PUBLIC else cast.people.get(hazard.site_id) if hazard.source == Source.SITE else supervisor
    told.begin(hazard, by=by, at=opened)
    verified = in_office(opened + timedelta(days=rng.uniform(0.1, 2.4)), rng)
    draw = rng.random()
    if verified >= cast.at:
        return
    if draw < NOT_FOUND:
        told.take(hazard, "dismiss", by=supervisor, at=verified, note=words.NOT_FOUND)
        return
    grade(told, hazard, supervisor, verified, days=rng.randrange(2, 8))
    remove(cast, told, hazard, supervisor, draw, done)


def at_a_site(cast):
    rng = cast.rng
    venue = rng.choice(cast.managed) if rng.random() < 0.4 else rng.choice(cast.venues)
    code, seen, done = rng.choice(words.AT_SITES)
    site = venue.site if venue.site_id in cast.people else None
    source = rng.choice(BY_BUREAU if site else (Source.INSPECTION, Source.DEPARTMENT))
    facts = {"title": venue.title, "n": rng.randrange(2, 7)}
    sector = cast.sectors[code]
    hazard = drawn(cast, venue.place, sector, seen.format(**facts), source, landmark=venue.landmark, site=site, responsible=venue.title)
    office = cast.bureau(sector, venue.place.path)
    hazard.hand_to(office if office and office.pk in cast.people else cast.township(venue.place.path))
    if site:
        hazard.office_ids = [*hazard.office_ids, site.pk]
    return hazard, done.format(**facts)


def in_a_street(cast):
    rng = cast.rng
    place, (code, seen, done) = rng.choice(cast.villages), rng.choice(words.IN_STREETS)
    facts, source = {"place": place.short_name, "n": rng.randrange(2, 9)}, rng.choices(BY_TOWNSHIP, weights=WEIGHTS)[0]
    hazard = drawn(cast, place, cast.sectors[code], seen.format(**facts), source, landmark=f"{place.short_name}{rng.randrange(1, 60)}号")
    hazard.responsible = rng.choice(("物业服务企业", "产权单位", f"{place.short_name}居（村）民委员会"))
    hazard.hand_to(cast.township(place.path))
    return hazard, done.format(**facts)


def drawn(cast, place, sector, text, source, **facts):
    latitude, longitude = cast.near(place.path)
    return Hazard(
        place=place, sector=sector, description=text, title=title_of(text), source=source, latitude=latitude, longitude=longitude, **facts
    )


def grade(told, hazard, by, at, *, days):
    hazard.grade, hazard.rectify_by = Grade.GENERAL, (at + timedelta(days=days)).date()
    told.take(hazard, "grade_general", by=by, at=at, note="请按期整改并拍照报送。", rectify_by=hazard.rectify_by)


def remove(cast, told, hazard, supervisor, draw, done):
    """Removed by its day as a rule; what is late was told above in between."""
    rng, due = cast.rng, told.due(hazard, terms.GENERAL)
    began = told.events[-1].at
    moment = began + (due - began) * rng.uniform(0.2, 0.95) if draw < IN_TIME else due + timedelta(days=rng.uniform(1, 9))
    moment = max(in_office(moment, rng) if draw >= IN_TIME else moment, began + timedelta(hours=2))
    if due < min(moment, cast.at):
        hazard.kept, hazard.raised_at = False, due + timedelta(minutes=10)
        told.take(hazard, "raise_overdue", by=None, at=min(hazard.raised_at, cast.at))
    if draw > LATE or moment >= cast.at:
        return
    remover = cast.people.get(hazard.site_id) or supervisor
    hazard.removed_at, hazard.kept = moment, hazard.kept is not False
    told.take(hazard, "report_removed", by=remover, at=moment, note=done)
    checked = in_office(moment + timedelta(days=rng.uniform(0.3, 4)), rng)
    if checked < cast.at:
        told.take(hazard, "verify", by=supervisor, at=checked, note="现场复查，隐患已消除。")
