"""The demo's incidents are told as the engine tells, and the same every time."""

from functools import partial
from random import Random

import pytest

from emergencies.command.models import CommandTask, LogLine, Team
from emergencies.incident_reports.models import IncidentReport, ReportReceipt
from emergencies.incident_reviews.demo import seed as told
from emergencies.incident_reviews.demo.year import tell_year
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incidents.data.load import load_incident_kinds
from emergencies.incidents.enums import State
from emergencies.incidents.models import Incident
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType, Role
from governance.timeline.record import shortened, verify
from tests import actors
from tests.emergencies.incidents.scenes import reported


def demo_person(role, kind, code, trade=""):
    office = actors.office(kind, code, trade)
    person = actors.User.objects.create_user(f"demo-{office.code}", name="经办人", is_demo=True)
    actors.appoint(person, office, role, begins=actors.BEGAN)


@pytest.fixture
def staffed(db):
    for code in (actors.COUNTY, actors.CITY):
        for trade in ("emergency", "fire", "health", "traffic_police", "police"):
            demo_person(Role.DEPARTMENT_HANDLER, OfficeType.BUREAU, code, trade)
    demo_person(Role.CENTRE_OFFICER, OfficeType.CENTRE, actors.COUNTY)
    demo_person(Role.TOWNSHIP_CLERK, OfficeType.TOWNSHIP, actors.TOWNSHIP)


def test_a_year_is_told_and_three_stories_can_be_opened(staffed, at, monkeypatch):
    monkeypatch.setattr(told, "tell_year", partial(tell_year, count=25))
    for _again in range(2):
        told.seed(rng=Random(7), scale="demo", count=0, at=at, say=print)
    assert Incident.objects.count() == 28
    assert (verify().broken, shortened(Incident), shortened(IncidentReview)) == (None, None, None)
    states = {incident.kind.code: incident.state for incident in Incident.objects.order_by("opened_at")[25:]}
    assert states["fire"] == State.HANDLING
    assert (Incident.objects.filter(reached="region", grade="larger").count(), CommandTask.objects.count()) == (1, 3)
    assert IncidentReport.objects.count() > 75
    assert ReportReceipt.objects.count() > 50
    assert min(Team.objects.count(), LogLine.objects.count()) > 0
    assert IncidentReview.objects.filter(state="improving").count() == 1


def test_what_a_hotline_sent_before_does_not_keep_the_year_from_being_told(staffed, at, monkeypatch):
    monkeypatch.setattr(told, "tell_year", partial(tell_year, count=5))
    load_incident_kinds()
    by_hotline = reported(at, SYSTEM)
    told.seed(rng=Random(7), scale="demo", count=0, at=at, say=print)
    assert Incident.objects.exclude(pk=by_hotline.pk).count() == 8
