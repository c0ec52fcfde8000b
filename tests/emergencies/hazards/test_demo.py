"""The demo's hazards and danger sources are told as the engine tells."""

from datetime import timedelta
from functools import partial
from random import Random

import pytest

from emergencies.danger_sources.demo.seed import seed as seed_sources
from emergencies.danger_sources.models import DangerSource
from emergencies.hazards.demo.begin import seed
from emergencies.hazards.demo.seed import seed_hazards
from emergencies.hazards.demo.words import majors_at
from emergencies.hazards.enums import Grade
from emergencies.hazards.models import Criterion, Hazard
from emergencies.venues.models import Venue, VenueKind
from governance.access.grants import appoint
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.timeline.record import shortened, verify
from tests import actors
from tests.emergencies.makers import declared


def demo_person(role, office):
    user = actors.User.objects.create_user(f"clerk-{office.code}", name="经办人", is_demo=True)
    user.acting_post = appoint(user, office, role, begins=actors.BEGAN)
    return user


@pytest.fixture
def staffed(offices, at):
    """One township with its bureaus and centre, a managed mall and a petrol store."""
    for kind, role in ((OfficeType.TOWNSHIP, Role.TOWNSHIP_CLERK), (OfficeType.CENTRE, Role.CENTRE_OFFICER)):
        demo_person(role, actors.office(kind, actors.TOWNSHIP if kind == OfficeType.TOWNSHIP else actors.COUNTY))
    bureaus = {
        trade: demo_person(Role.DEPARTMENT_HANDLER, actors.office(OfficeType.BUREAU, actors.COUNTY, trade))
        for trade in ("fire", "emergency", "housing", "market")
    }
    for kind in ("mall", "dangerous_goods"):
        venue = declared(actors.place(actors.VILLAGE), at - timedelta(days=390), kind=kind, title=f"{kind}一号")
        engine.take(venue, "confirm", by=bureaus["emergency"], at=at - timedelta(days=389))
        demo_person(Role.SITE_MANAGER, venue.site)


def told(text):
    assert text


def test_a_small_year_is_an_unbroken_chain_and_told_once(staffed, at, monkeypatch):
    monkeypatch.setattr("emergencies.hazards.demo.begin.seed_hazards", partial(seed_hazards, count=40))
    for start in (seed, seed_sources):
        start(rng=Random(7), scale="demo", count=0, at=at, say=told)
    assert verify().broken is None
    assert (shortened(Hazard), shortened(DangerSource)) == (None, None)
    assert Hazard.objects.filter(grade=Grade.MAJOR).exists()
    assert DangerSource.objects.filter(filed_at__isnull=False).exists()
    before = Hazard.objects.count()
    seed(rng=Random(7), scale="demo", count=0, at=at, say=told)
    assert (Hazard.objects.count(), Venue.objects.count()) == (before, 2)


def test_what_is_seen_at_a_place_can_be_there(db):
    assert {sector for sector, *_rest in majors_at("construction")} == {"construction"}
    assert "chemicals" not in {sector for sector, *_rest in majors_at("mall")}
    seen = [one for kind in VenueKind.objects.values_list("code", flat=True) for one in majors_at(kind)]
    assert {code for _sector, code, _seen in seen} <= {*Criterion.objects.values_list("code", flat=True)}
    assert all(majors_at(kind) for kind in VenueKind.objects.values_list("code", flat=True))
