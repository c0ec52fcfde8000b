"""A case keeps offices and people out: the four questions agree, whatever post is acted for."""

import pytest

from disputes.complaints.models import Complaint
from disputes.complaints.permissions import DISPATCH, HANDLE, VIEW
from governance.access.grants import appoint, end_post
from governance.access.scope import is_barred, may, who_may
from governance.people.enums import OfficeType, Role
from governance.people.models import User
from tests import actors
from tests.actors import BEGAN, actor

pytestmark = pytest.mark.django_db


def barred(complaint, *, offices=(), people=()):
    complaint.barred_ids, complaint.barred_people = [one.pk for one in offices], [one.pk for one in people]
    complaint.save()
    return complaint


def seen(user):
    return Complaint.objects.visible_to(user, VIEW).exists()


def answers(user, case, capability=VIEW):
    return seen(user), may(user, capability, case), user in who_may(capability, case)


def test_a_barred_office_is_out_and_everybody_else_stays_in(complaint, clerk, operator, official):
    village = actor(Role.VILLAGE_CLERK)
    barred(complaint, offices=[clerk.acting_post.office])
    assert answers(clerk, complaint) == (False, False, False)
    assert [answers(person, complaint) for person in (operator, official, village)] == [(True, True, True)] * 3


def test_every_capability_is_gone(complaint, clerk):
    barred(complaint, offices=[clerk.acting_post.office])
    assert not any(may(clerk, capability, complaint) for capability in (VIEW, HANDLE, DISPATCH))


def test_a_barred_person_is_out_and_the_colleague_stays_in(complaint, clerk):
    colleague = actor(Role.TOWNSHIP_CLERK)
    barred(complaint, people=[clerk])
    assert answers(clerk, complaint) == (False, False, False)
    assert answers(colleague, complaint) == (True, True, True)


def test_another_post_does_not_let_one_in(complaint, clerk):
    """Who serves at the accused office stays out when acting for the county's centre."""
    centre = actors.office(OfficeType.CENTRE, actors.COUNTY)
    second = appoint(clerk, centre, Role.CENTRE_OFFICER, begins=BEGAN)
    barred(complaint, offices=[clerk.acting_post.office])
    again = User.objects.get(pk=clerk.pk)
    again.acting_post = second
    assert answers(again, complaint) == (False, False, False)


def test_who_left_the_office_is_a_stranger_to_the_matter(complaint, clerk, now):
    old = actors.office(OfficeType.TOWNSHIP, actors.OTHER_TOWNSHIP)
    post = appoint(clerk, old, Role.TOWNSHIP_CLERK, begins=BEGAN)
    barred(complaint, offices=[old])
    assert is_barred(clerk, complaint)
    end_post(post, at=now)
    assert not is_barred(clerk, complaint)


def test_a_case_that_keeps_nobody_out_costs_no_statement(complaint, clerk, django_assert_num_queries):
    may(clerk, VIEW, complaint)
    with django_assert_num_queries(0):
        assert may(clerk, VIEW, complaint)
        assert not is_barred(clerk, complaint)


def test_what_anyone_can_read_holds_no_closed_case(complaint, filing, clerk):
    barred(filing().complaint, offices=[clerk.acting_post.office])
    barred(filing().complaint, people=[clerk])
    assert list(Complaint.objects.open_to_all()) == [complaint]
