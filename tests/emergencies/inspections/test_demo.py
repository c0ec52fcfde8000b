"""The demo is told through the engine, once, and the same by the same seed."""

from random import Random

import pytest

from emergencies.hazards.models import Hazard
from emergencies.inspection_plans.enums import State as PlanState
from emergencies.inspection_plans.models import InspectionPlan
from emergencies.inspections.demo.seed import seed
from emergencies.inspections.enums import State
from emergencies.inspections.models import Inspection
from emergencies.premises.models import Premises
from governance.people.establish import establish_offices
from governance.timeline.record import shortened, verify
from tests.statistics import analyse


@pytest.fixture
def said(db, now):
    """What is said of a season of inspections that was just told."""
    establish_offices()
    analyse()
    words = []
    for _time in range(2):
        seed(rng=Random(7), scale="demo", count=None, at=now, say=words.append)
    return words


def test_a_season_is_told_whole_and_once(said):
    assert len(said) == 1
    assert {*InspectionPlan.objects.values_list("state", flat=True)} >= {PlanState.ANNOUNCED, PlanState.DRAWN}
    assert {*Inspection.objects.values_list("state", flat=True)} >= {State.PLANNED, State.DONE}
    assert Inspection.objects.filter(failed__gt=0).exists()
    assert Hazard.objects.filter(source="inspection").exists()
    assert Premises.objects.count() > 200
    assert verify().broken is None
    assert (shortened(Inspection), shortened(InspectionPlan)) == (None, None)
