"""The figure of venues graded in time is kept, and does not drift with the day."""

from datetime import timedelta

from emergencies.venues.indicators import CURRENT
from emergencies.venues.models import Venue
from governance.cases.indicators import DENOMINATOR
from governance.deadlines.sweep import sweep
from governance.flow import engine
from supervision.indicators.rules import STOCK
from supervision.indicators.services import differences, refresh


def counts():
    rows = Venue.objects.order_by("pk")
    return CURRENT.rows(rows).count(), CURRENT.rows(rows, DENOMINATOR).count()


def test_the_kept_figure_changes_with_the_lapse_and_not_with_the_day(registered, bureau, at, answers):
    engine.take(registered, "assess", by=bureau, at=at + timedelta(days=9), grade="", answers=answers(0))
    refresh(at=at)
    assert counts() == (1, 1)
    due = Venue.objects.get().due_at
    Venue.objects.update(due_at=at - timedelta(days=400))  # as if the day had passed and nobody had swept yet
    assert (counts(), differences("venues", STOCK)) == ((1, 1), [])
    Venue.objects.update(due_at=due)
    while sweep(at=due + timedelta(days=1)):
        continue
    refresh(at=due + timedelta(days=1))
    assert (counts(), differences("venues", STOCK)) == ((0, 1), [])
