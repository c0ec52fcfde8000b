"""The figures of deliberation: what is raised, held, and carried out by its day."""

from datetime import timedelta

import pytest

from governance.cases.indicators import DENOMINATOR
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT
from grids.deliberation.indicators import HELD, INDICATORS, ON_TIME, RAISED
from grids.deliberation.models import Deliberation
from tests.grids.deliberation.conftest import walk


def counted(indicator):
    rows = Deliberation.objects.order_by()
    return indicator.rows(rows).count(), indicator.rows(rows, DENOMINATOR).count()


def test_what_was_carried_out_by_its_day_counts(case, village_clerk, at):
    walk(case, village_clerk, at, until="carry_out")
    assert (counted(ON_TIME), counted(HELD), counted(RAISED)[0]) == ((1, 1), (1, 1), 1)


def test_what_missed_its_day_counts_at_once(case, village_clerk, at):
    walk(case, village_clerk, at, until="publish_result")
    assert counted(ON_TIME) == (0, 0)
    sweep(at=at + timedelta(days=42))
    assert counted(ON_TIME) == (0, 1)


def test_what_was_taken_back_counts_nowhere(case, at):
    engine.take(case, "withdraw", by=RESIDENT, at=at, note="已解决。")
    assert [counted(one)[0] for one in INDICATORS] == [0, 0, 0]


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.code)
def test_no_figure_counts_more_than_it_rests_on(indicator, case, village_clerk, at):
    walk(case, village_clerk, at, until="close")
    numerator, denominator = counted(indicator)
    assert numerator <= denominator
