"""The demo's year of disputes: told by the engine itself, with sessions agreed on, other ways and bodies that are invited."""

from random import Random

import pytest

from disputes.diversion.demo.seed import seed as divert
from disputes.diversion.models import Diversion
from disputes.joint.demo.seed import seed as join
from disputes.joint.models import JointMediation
from disputes.mediation.demo import seed as telling
from disputes.mediation.enums import SessionState
from disputes.mediation.models import Agent, Mediation, Session
from disputes.proceedings.models import Appointment, CourtRequest, FollowUp
from governance.people.enums import OfficeType, Role
from governance.timeline.record import verify
from tests import actors


@pytest.fixture
def told(offices, monkeypatch, now):
    """A small year: ninety disputes instead of four hundred."""
    for name, value in {"COUNT": 90, "LATE": 30, "AT_HOME": 24}.items():
        monkeypatch.setattr(telling, name, value)
    actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP)
    for trade in ("housing", "health"):
        actors.actor(Role.DEPARTMENT_HANDLER, trade=trade)
    facts = {"scale": "demo", "count": None, "at": now, "say": print}
    telling.seed(rng=Random(7), **facts)
    divert(rng=Random(7), **facts)
    join(rng=Random(7), **facts)
    return facts


def test_a_year_is_told_and_told_once(told):
    before = (Mediation.objects.count(), Diversion.objects.count(), JointMediation.objects.count())
    assert before[0] >= 90
    assert min(before[1:]) >= 1
    assert {*Session.objects.values_list("state", flat=True)} >= {SessionState.HELD, SessionState.NOT_HELD}
    assert all(model.objects.exists() for model in (Appointment, FollowUp, CourtRequest, Agent))
    assert not Mediation.objects.filter(colour="").exists()
    for seed in (telling.seed, divert, join):
        seed(rng=Random(7), **told)
    assert before == (Mediation.objects.count(), Diversion.objects.count(), JointMediation.objects.count())
    assert verify().broken is None
