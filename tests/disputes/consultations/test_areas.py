"""A matter of two counties: the city's centre organises, and whoever was asked sees it, wherever that is."""

import pytest

from disputes.complaints.models import Complaint
from disputes.complaints.permissions import HANDLE, VIEW
from disputes.consultations.models import Consultation
from disputes.consultations.permissions import TAKE_PART
from governance.access.scope import may, who_may
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.disputes.consultations.conftest import speak


@pytest.fixture
def across(asking, neighbour):
    return asking(areas=[neighbour.acting_post.office.place])


def test_the_centre_of_the_lowest_common_area_organises(across, offices, neighbour, housing):
    assert across.office == offices[OfficeType.CENTRE, actors.CITY]
    assert across.place.code == actors.CITY
    assert set(across.awaited_ids) == {neighbour.acting_post.office_id, housing.acting_post.office_id}


def test_within_one_county_its_own_centre_does(asking, offices):
    other = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    assert asking(areas=[other.acting_post.office.place]).office == offices[OfficeType.CENTRE, actors.COUNTY]


def test_a_centre_that_is_accused_does_not_organise_the_one_above_does(dispatched, asking, health, offices):
    accused = offices[OfficeType.CENTRE, actors.COUNTY]
    Complaint.objects.filter(pk=dispatched.pk).update(barred_ids=[accused.pk])
    assert asking(health).office == offices[OfficeType.CENTRE, actors.CITY]


def test_whoever_was_asked_sees_it_and_no_neighbour_of_theirs(across, neighbour):
    stranger = actors.actor(Role.TOWNSHIP_CLERK, f"{actors.OTHER_COUNTY}002")
    colleague = actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY)
    complaint = Complaint.objects.get()
    for person, sees in ((neighbour, True), (stranger, False), (colleague, False)):
        assert may(person, VIEW, complaint) is Complaint.objects.visible_to(person, VIEW).exists() is sees
        assert may(person, TAKE_PART, across) is Consultation.objects.visible_to(person, TAKE_PART).exists() is sees
    assert neighbour in who_may(TAKE_PART, across)
    assert {stranger, colleague}.isdisjoint(who_may(TAKE_PART, across))


def test_the_neighbour_leads_and_handles_it(across, neighbour, housing, at):
    speak(across, housing, "joint", at)
    speak(Consultation.objects.get(), neighbour, "ours", at)
    complaint = Complaint.objects.get()
    assert (complaint.office, complaint.is_across) == (neighbour.acting_post.office, True)
    assert may(neighbour, HANDLE, complaint)


def test_a_complaint_of_one_area_stays_closed_to_those_it_passed_through(dispatched, clerk):
    """Only what several areas share is open beyond one's own."""
    passer_by = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    Complaint.objects.update(office_ids=[*dispatched.office_ids, passer_by.acting_post.office_id])
    assert not Complaint.objects.visible_to(passer_by, VIEW).exists()
    assert not may(passer_by, VIEW, Complaint.objects.get())
