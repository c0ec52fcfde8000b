"""The demo's mass events are told by the engine: in every stage, in an unbroken chain, once."""

from collections import Counter
from random import Random

from emergencies.mass_events.demo.seed import STORIES, seed
from emergencies.mass_events.enums import State
from emergencies.mass_events.models import MassEvent
from governance.deadlines.models import Deadline
from governance.people.enums import Role
from governance.people.models import User
from governance.timeline.record import verify
from tests import actors


def test_a_year_of_events_is_told_once(db, at):
    for code in {actors.CITY, *(story[4] for story in STORIES)}:
        actors.actor(Role.DEPARTMENT_HANDLER, code, trade="police")
    User.objects.update(is_demo=True)
    for _ in range(2):
        seed(rng=Random(3), scale="demo", count=0, at=at, say=print)
    states = Counter(MassEvent.objects.values_list("state", flat=True))
    assert states[State.CLOSED] == 4
    assert {State.APPLIED, State.INCOMPLETE, State.REVIEWING, State.PERMITTED, State.ENDED, State.REFUSED} <= set(states)
    assert MassEvent.objects.filter(expected__gte=5000).exclude(office__place__code=actors.CITY).count() == 0
    assert verify().broken is None
    assert not Deadline.objects.running().filter(due_at__lt=at, lapsed_at=None).exists()
