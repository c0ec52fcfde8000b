"""待定位: what came without a division stands with the city's operator until somebody finds out where it is."""

import pytest

from disputes.complaints.models import Complaint
from disputes.complaints.services import dispatch_as_suggested
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.disputes.open311.conftest import HOME


@pytest.fixture
def unplaced(georeport):
    return Complaint.objects.get(number=georeport.filed())


def corrected(case, operator, at, place=HOME):
    return engine.take(case, "correct", by=operator, at=at, place=actors.place(place), landmark="某路口", note="")


def test_placing_routes_it(unplaced, operator, at):
    moved = corrected(unplaced, operator, at)
    assert (moved.needs_place, moved.place.code) == (False, HOME)
    assert moved.suggested_office is not None
    assert {deadline.place_path for deadline in Deadline.objects.of(moved)} == {HOME}


def test_classifying_it_suggests_nobody(unplaced, operator, at):
    facts = {"kind": "complaint", "category": unplaced.category, "urgency": "normal"}
    assert engine.take(unplaced, "classify", by=operator, at=at, **facts).suggested_office is None


def test_in_bulk_it_goes_nowhere(unplaced, operator, at):
    with pytest.raises(engine.StepRefused):
        dispatch_as_suggested(unplaced, by=operator, at=at)


def test_who_hands_it_to_an_office_knows_where_it_is(unplaced, operator, at):
    facts = {"kind": "complaint", "category": unplaced.category, "urgency": "normal"}
    case = engine.take(unplaced, "classify", by=operator, at=at, **facts)
    assert not engine.take(case, "dispatch", by=operator, at=at, office=actors.office(OfficeType.CENTRE, actors.CITY)).needs_place


def test_the_citys_operator_has_the_queue_and_the_countys_centre_has_not(unplaced, operator, signed_in):
    centre = actors.actor(Role.CENTRE_OFFICER)
    desks = [signed_in(user).get("/desk/").content.decode() for user in (operator, centre)]
    assert ["state=unplaced" in desk for desk in desks] == [True, False]
    tabs = [signed_in(user).get("/complaints/").content.decode() for user in (operator, centre)]
    assert ["?state=unplaced" in page for page in tabs] == [True, False]


def test_the_list_marks_it_and_the_page_shows_what_the_client_sent(unplaced, operator, signed_in):
    client = signed_in(operator)
    assert "待定位" in client.get("/complaints/").content.decode()
    page = client.get(unplaced.get_absolute_url()).content.decode()
    assert "接口来件" in page
    assert "青城 App" in page


def test_a_case_that_came_otherwise_costs_no_question(complaint, operator, signed_in):
    assert "接口来件" not in signed_in(operator).get(complaint.get_absolute_url()).content.decode()
