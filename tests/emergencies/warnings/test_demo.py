"""The demo's warnings are told by the engine: in every stage, in an unbroken chain, once."""

from collections import Counter
from random import Random

from emergencies.warnings.demo.seed import seed
from emergencies.warnings.demo.stories import STORIES
from emergencies.warnings.enums import State
from emergencies.warnings.models import Warning, WarningMessage
from emergencies.warnings.rules import faults
from governance.people.enums import Role
from governance.people.models import User
from governance.timeline.record import verify
from tests import actors


def test_a_year_of_warnings_is_told_once(db, at):
    for trade in {story.office.partition("-")[0] for story in STORIES}:
        for _ in range(2):
            actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY, trade=trade)
    for user in User.objects.all():
        office = user.posts.get().office
        type(office).objects.filter(pk=office.pk).update(code=f"{office.trade}-1501")
    User.objects.update(is_demo=True)
    for _ in range(2):
        seed(rng=Random(3), scale="demo", count=0, at=at, say=print)
    states = Counter(Warning.objects.values_list("state", flat=True))
    assert sum(states.values()) == len(STORIES)
    assert {State.DRAFTED, State.ISSUED, State.CANCELLED, State.EXPIRED} == set(states)
    assert {message.type for message in WarningMessage.objects.all()} == {"Alert", "Update", "Cancel"}
    assert not [message for message in WarningMessage.objects.exclude(xml="") if faults(message.xml)]
    assert verify().broken is None
