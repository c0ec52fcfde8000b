"""The figures of plans, and the year told for the demo."""

from datetime import timedelta
from random import Random

from emergencies.plans.demo.seed import seed_plans
from emergencies.plans.indicators import CURRENT, IN_FORCE, OF_OFFICES
from emergencies.plans.models import Plan
from emergencies.venues.demo.seed import seed_venues
from emergencies.venues.models import Venue
from governance.cases.indicators import DENOMINATOR
from governance.deadlines.sweep import sweep
from governance.timeline.record import shortened, verify
from supervision.indicators.rules import STOCK
from supervision.indicators.services import differences, refresh
from tests.emergencies.makers import handed_in
from tests.emergencies.plans.test_flow import in_force
from tests.emergencies.test_demo import staffed

__all__ = ["staffed"]


def counts(indicator):
    return indicator.rows(Plan.objects.order_by("pk")).count(), indicator.rows(Plan.objects.order_by("pk"), DENOMINATOR).count()


def test_a_plan_counts_while_it_holds_and_as_current_until_its_day(registered, bureau, manager, at):
    plan = handed_in(registered, at, by=manager)
    assert counts(IN_FORCE)[0] == 0
    in_force(plan, bureau, manager, at)
    assert (counts(IN_FORCE)[0], counts(OF_OFFICES)[0], counts(CURRENT)) == (1, 0, (1, 1))
    while sweep(at=at + timedelta(days=1200)):
        continue
    assert counts(CURRENT) == (0, 1)


def test_the_kept_figure_does_not_drift_with_the_day(registered, bureau, manager, at):
    """Kept and counted agree on every day: it changes with the lapse, which marks the month, and with nothing else."""
    in_force(handed_in(registered, at, by=manager), bureau, manager, at)
    refresh(at=at)
    due = Plan.objects.get().due_at
    Plan.objects.update(due_at=at - timedelta(days=400))  # as if the day had passed and nobody had swept yet
    assert differences("plans", STOCK) == []
    Plan.objects.update(due_at=due)
    while sweep(at=due + timedelta(days=1)):
        continue
    refresh(at=due + timedelta(days=1))
    assert (counts(CURRENT), differences("plans", STOCK)) == ((0, 1), [])


def test_the_plans_of_a_small_city_are_told_whole(staffed, at):
    seed_venues(rng=Random(7), at=at, count=40)
    assert seed_plans(rng=Random(7), at=at) == Plan.objects.count() > 20
    assert verify().broken is None
    assert shortened(Plan) is None
    told = set(Plan.objects.in_force().filter(venue__isnull=False).values_list("venue", flat=True))
    assert told == set(Venue.objects.filter(plan_filed_at__isnull=False).values_list("pk", flat=True))
