"""What the demo tells of the habits: small, through the services, and only once."""

from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from disputes.complaints.models import Complaint
from disputes.replies.demo.seed import CENTRE, CLERK, COLLEAGUE, OPERATOR, seed
from governance.people.enums import Role
from governance.people.models import Leave
from governance.timeline.models import Event
from governance.web.saved import SavedFilter
from tests import actors
from tests.disputes.complaints.test_flow import walk

ROLES = {CLERK: Role.TOWNSHIP_CLERK, COLLEAGUE: Role.TOWNSHIP_CLERK, OPERATOR: Role.HOTLINE_OPERATOR, CENTRE: Role.CENTRE_OFFICER}


@pytest.fixture
def people(offices):
    found = {username: actors.actor(role) for username, role in ROLES.items()}
    for username, user in found.items():
        user.username = username
        user.save()
    return found


def test_it_is_told_once(people, filing, at):
    case = walk(filing().complaint, people[OPERATOR], people[CLERK], at, until="contact")
    Complaint.objects.filter(pk=case.pk).update(due_at=timezone.now() - timedelta(hours=1))
    said = []
    for _time in range(2):
        seed(rng=Random(1), scale="demo", count=None, at=timezone.now(), say=said.append)
    assert len(said) == 1
    assert Leave.objects.get().deputy.user == people[CLERK]
    assert SavedFilter.objects.filter(office__isnull=False).count() == 2
    kinds = Event.objects.filter(kind__in=["complaints.progress", "complaints.remind"]).values_list("kind", "by__username")
    assert sorted(kinds) == [("complaints.progress", COLLEAGUE), ("complaints.remind", CENTRE)]


def test_a_city_s_bulk_needs_none_of_it(db, at):
    seed(rng=Random(1), scale="city", count=10, at=at, say=print)
    assert not Leave.objects.exists()
