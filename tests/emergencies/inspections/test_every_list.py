"""Every check list leads from the arrangement over the record to the hazard, for every kind it is made for; nobody else sees it."""

from datetime import timedelta

import pytest

from emergencies.checklists.data.load import rows
from emergencies.checklists.enums import Weight
from emergencies.checklists.models import CheckList
from emergencies.hazards.models import Hazard
from emergencies.inspections.enums import Result, Signed, State
from emergencies.inspections.flow import FLOW
from emergencies.inspections.models import Inspection
from emergencies.inspections.services import SECTORS, arrange, record
from governance.access.scope import who_may
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.emergencies.makers import entered
from tests.flows import elsewhere

PAIRS = [(row["code"], kind) for row in rows("check_lists.csv") for kind in row["kinds"].split()]


@pytest.fixture(params=PAIRS, ids=lambda pair: "-".join(pair))
def of_kind(request, pair, at):
    """An inspection by one of the lists, of an object of one of its kinds."""
    code, kind = request.param
    premises = entered(actors.place(actors.VILLAGE), at, kind=kind, name="青山检查对象")
    checklist = CheckList.objects.get(code=code)
    return arrange(at=at, by=pair[0], premises=premises, checklist=checklist, first=pair[0], second=pair[1], reason="专项治理")


def recorded_by(person, inspection, at):
    """The first item is not in order, all others are."""
    first, *others = inspection.checks.items.order_by("order")
    results = {first.pk: (Result.WRONG, "现场查明不符合。", Weight.GENERAL), **{one.pk: (Result.FITS, "", one.weight) for one in others}}
    facts = {"signed": Signed.REFUSED, "refusal": "负责人不在场", "findings": "", "rectify_by": at.date() + timedelta(days=3)}
    return record(inspection, by=person, at=at, submission=None, results=results, **facts)[0]


def test_it_leads_to_a_hazard_and_is_confirmed(of_kind, pair, at):
    done = recorded_by(pair[0], of_kind, at)
    hazard, sector = Hazard.objects.get(), SECTORS.get(of_kind.checks.checklist.topic)
    assert (done.failed, hazard.place, hazard.responsible) == (1, of_kind.place, of_kind.premises.name)
    assert sector in (None, hazard.sector.code)
    assert engine.take(done, "confirm", by=pair[1], at=at).state == State.DONE


def test_exactly_those_of_its_place_see_it(of_kind, pair, stranger, manager):
    blind = {stranger, manager, actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.GRID_WORKER)}
    sighted = {*pair, actors.actor(Role.CENTRE_OFFICER), actors.actor(Role.LEADING_OFFICIAL)}
    seen = {*who_may(Inspection.view_capability, of_kind)}
    assert sighted <= seen
    assert not blind & seen


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_in_every_state_that_is_not_its_own(of_kind, pair, at, state):
    of_kind.state = state
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused):
            engine._check(of_kind, step, by=pair[0], at=at, note="说明", version=None, given=dict.fromkeys(step.fields))
