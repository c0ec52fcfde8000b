"""The bench's rows: as many as asked for, every chain unbroken, clocks where something is under way."""

import random
from datetime import timedelta

import pytest
from django.db import connection

from governance.cases.models import WorkOrder
from governance.cases.rules import is_number
from governance.deadlines.models import Deadline
from governance.timeline.models import Event
from governance.timeline.record import shortened, verify
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from grids.reports.demo.bulk import load
from grids.reports.demo.bulk_rows import YEARS, days_of
from grids.reports.enums import FINAL, STATIONS
from grids.reports.models import Report
from tests.grids import makers

COUNT = 2500


@pytest.fixture
def loaded(stations, grid, at):
    """A small load, with one grid more than is served."""
    makers.grid(serial=2)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    load(COUNT, rng=random.Random(1), at=at, say=lambda line: None)
    return at


def test_a_load_is_whole(loaded, worker, grid):
    assert Report.objects.count() == COUNT
    assert verify().broken is None
    assert not Event.objects.filter(at__gt=loaded).exists()
    assert shortened(Report) is None
    assert all(is_number(number) for number in Report.objects.values_list("number", flat=True))
    assert set(Report.objects.values_list("grid", "reporter")) == {(grid.pk, worker.pk)}


def test_what_is_under_way_has_its_clock_and_order(loaded):
    ongoing = Report.objects.exclude(state__in=FINAL)
    assert ongoing.exists()
    assert set(Deadline.objects.still_open().values_list("object_id", "due_at")) == set(ongoing.values_list("pk", "due_at"))
    assert WorkOrder.objects.standing().count() == ongoing.filter(state__in=STATIONS).count()


def test_the_days_sum_up(at):
    days = list(days_of(10_007, at=at))
    assert (sum(amount for _day, amount in days), len(days)) == (10_007, YEARS)
    assert days[-1][0] == at.date() - timedelta(days=1)


def test_the_next_report_gets_a_number_and_an_id_of_its_own(loaded, reporting, worker, grid):
    assign(grid, worker.acting_post, Duty.DEPUTY, by=None, at=loaded)
    made = reporting(at=loaded - timedelta(days=1))
    assert Report.objects.filter(number=made.number).count() == 1
