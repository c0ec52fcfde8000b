"""Art. 31: townships drill too, every two years."""

from datetime import timedelta

import pytest
from django.urls import reverse

from emergencies.drills.enums import State
from emergencies.drills.models import Drill
from emergencies.drills.services import open_office_duties
from emergencies.drills.tasks import open_office_duties as task
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.emergencies.drills.test_flow import carry


@pytest.fixture
def owed(clerk, bureau, at):
    """What the clerk's township owes, and nobody else: elsewhere nobody serves."""
    (drill,) = open_office_duties(at=at)
    return drill


def test_an_office_owes_a_drill_in_two_years_under_the_bureau_for_emergencies(owed, clerk, bureau):
    assert (owed.office, owed.venue, owed.due_at.year, owed.rule.limit_code) == (clerk.acting_post.office, None, 2028, "drills.government")
    assert owed.office_ids == [bureau.acting_post.office_id, clerk.acting_post.office_id]


def test_it_is_opened_once(owed, at):
    assert open_office_duties(at=at + timedelta(days=1)) == []
    assert task() == 0


def test_an_office_without_anyone_who_could_record_it_owes_nothing_here(offices, at):
    actors.office(OfficeType.GOVERNMENT, actors.COUNTY)
    assert open_office_duties(at=at) == []


def test_the_next_one_counts_from_the_last(owed, clerk, at):
    held = at + timedelta(days=60)
    done = carry(owed, clerk, held)
    following = Drill.objects.get(previous=done)
    assert (following.state, following.opened_at, following.office, following.venue) == (State.DUE, held, owed.office, None)


def test_its_page_its_list_and_its_month_show_it(owed, clerk, bureau, signed_in):
    for person in (clerk, bureau):
        client = signed_in(person)
        assert "每两年至少一次" in client.get(owed.get_absolute_url()).content.decode()
        assert client.get("/drills/").context["page"].count == 1
        assert [drill.pk for drill in client.get("/drills/calendar/", {"month": "2028-11"}).context["drills"]] == [owed.pk]
    other = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    assert signed_in(other).get(owed.get_absolute_url()).status_code == 404


@pytest.fixture
def government(bureau, at):
    """What the county's government owes: its bureau for emergencies keeps the record."""
    office = actors.office(OfficeType.GOVERNMENT, actors.COUNTY)
    (drill,) = open_office_duties(at=at)
    assert (drill.office, drill.office_ids) == (office, [bureau.acting_post.office_id, office.pk])
    return drill


def whole(at):
    """A drill from its course to its report, as the form of `record_for` gives it."""
    told = {"type": "functional", "scenario": "地震", "plan_name": "总体应急预案", "spot": "人民广场", "organiser": "区政府办公室"}
    record = {"held_at": at, "participants": 300, "course": "各部门按预案到位。", "photographs": [], "findings": "协同顺畅。"}
    return {**told, **record, "reported_to": "市应急管理局", "reported_on": at.date()}


def test_the_bureau_records_the_drill_of_its_government(government, bureau, at):
    held = at + timedelta(days=30)
    done = engine.take(government, "record_for", by=bureau, at=held, **whole(held))
    following = Drill.objects.get(previous=done)
    assert (done.state, done.kept, following.office, following.opened_at) == (State.REPORTED, True, government.office, held)


def test_nobody_else_records_it_and_the_bureau_records_no_other(government, bureau, clerk, manager, drill, at):
    assert "record_for" in {step.name for step in engine.available(government, bureau, at=at)}
    assert not {"record_for", "record"} & {step.name for step in engine.available(drill, bureau, at=at)}
    for person in (clerk, manager):
        assert "record_for" not in {step.name for step in engine.available(government, person, at=at)}


def test_its_form_asks_for_the_whole(government, bureau, signed_in):
    page = signed_in(bureau).get(reverse("drills_take_step", args=[government.number, "record_for"])).content.decode()
    assert all(words in page for words in ("演练经过", "评估意见", "报送单位"))
