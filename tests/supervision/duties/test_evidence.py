"""Duties that other chapters' rows show to be met: the state of a place follows from its own rows."""

from datetime import timedelta

import pytest

from emergencies.checklists.models import CheckList
from emergencies.inspections.models import Inspection
from emergencies.inspections.services import arrange
from governance.people.enums import Role
from supervision.duties.services import refresh
from tests import actors
from tests.emergencies.makers import entered
from tests.emergencies.people import someone
from tests.supervision.duties.conftest import state_of


@pytest.fixture
def housing(offices):
    """The housing bureau of the home county, which answers for gas (Art. 34)."""
    return actors.actor(Role.DEPARTMENT_HANDLER)


def inspected(at, *, kept):
    first, second = someone(), someone()
    premises = entered(actors.place(actors.VILLAGE), at, name=f"餐馆{Inspection.objects.count()}")
    checklist = CheckList.objects.get(code="gas_restaurant")
    made = arrange(at=at, by=first, premises=premises, first=first, second=second, checklist=checklist, reason="举报核查")
    Inspection.objects.filter(pk=made.pk).update(kept=kept)


def stands(code, at):
    refresh(2026, at=at)
    row = state_of(code, actors.place(actors.COUNTY).path)
    return row.state, row.done, row.asked


def test_inspections_of_gas_show_that_the_bureau_supervises(housing, at):
    assert stands("34-2-county", at) == ("not_due", 0, 0)
    inspected(at, kept=True)
    assert stands("34-2-county", at + timedelta(hours=1)) == ("fulfilled", 1, 1)
    inspected(at, kept=False)
    assert stands("34-2-county", at + timedelta(hours=2)) == ("partly", 1, 2)
