"""The demo tells of merging, joining, letting go, clusters and parts through the engine, the same for the same dice, and once."""

from random import Random

import pytest

from disputes.complaints.demo.seed import Cast
from disputes.complaints.enums import Source, State
from disputes.complaints.models import Category, Complaint, Refusal
from disputes.following.demo import seed as following
from disputes.following.models import Cluster, Merge
from disputes.following.sheet import report
from disputes.splitting.demo import seed as splitting
from governance.people.enums import Role
from governance.timeline.record import verify
from tests import actors


@pytest.fixture
def cast(operator, clerk, monkeypatch):
    village = actors.actor(Role.VILLAGE_CLERK)
    handlers = {person.acting_post.office_id: person for person in (clerk, village)}
    categories = {category.code: category for category in Category.objects.leaves()}
    found = Cast(operator, handlers, [actors.place(actors.VILLAGE)], [1], categories, list(Refusal.objects.filter(active=True)))
    for module in (following, splitting):
        monkeypatch.setattr(module, "gathered", lambda: found)
    return found


def told(module, at):
    said = []
    module.seed(rng=Random(7), scale="demo", count=None, at=at, say=said.append)
    return said


def test_it_is_told_once_and_everybody_was_told_of_the_end_once(cast, at):
    assert [len(told(following, at)), told(following, at)] == [1, []]
    found = report()
    assert (found["totals"]["closed_with_lead"] >= 5, found["wrong"]) == (True, [])
    assert {Source.JOINED, Source.PHONE} <= set(Merge.objects.values_list("complaint__source", flat=True))
    assert {"closed", "unmerged", ""} <= set(Merge.objects.values_list("ending", flat=True))
    assert (Cluster.objects.exists(), verify().broken) == (True, None)
    assert Complaint.objects.filter(state=State.MERGED).exists()


def test_split_ones_stand_at_every_stage(cast, at):
    assert [len(told(splitting, at)), told(splitting, at)] == [1, []]
    states = set(Complaint.objects.filter(parts__gt=0).values_list("state", flat=True))
    assert {State.SPLIT, State.CLOSED} <= states
    assert verify().broken is None
