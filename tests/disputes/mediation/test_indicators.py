"""Each figure counts exactly its rows."""

import pytest

from disputes.mediation.indicators import ACCEPTED, ON_TIME, PERFORMED, SUCCESS
from disputes.mediation.models import Mediation
from governance.cases.indicators import DENOMINATOR
from governance.flow import engine
from tests.actors import days
from tests.disputes.mediation.conftest import walk


@pytest.fixture
def four(opening, mediator, at):
    """One untouched, one being mediated, one filed with its agreement kept, one ended without."""
    opening()
    walk(opening().mediation, mediator, at, until="assign")
    walk(opening().mediation, mediator, at)
    ended = walk(opening().mediation, mediator, at, until="assign")
    engine.take(ended, "end", by=mediator, at=at + days(5), note="不成。", end_reason="apart")


@pytest.mark.parametrize(("indicator", "counts"), [(ACCEPTED, (3, 3)), (SUCCESS, (1, 2)), (ON_TIME, (2, 2)), (PERFORMED, (1, 1))])
def test_numerator_and_denominator(four, indicator, counts):
    rows = Mediation.objects.order_by()
    assert (indicator.rows(rows).count(), indicator.rows(rows, DENOMINATOR).count()) == counts
