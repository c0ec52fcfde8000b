"""Which demo is wanted: the plans of the venues that the year told for the demo left, and of the offices."""

from emergencies.plans.demo.mall import tell_the_mall_s_plans
from emergencies.plans.demo.seed import seed_plans
from emergencies.plans.models import Plan
from emergencies.venues.models import Venue
from governance.deadlines.sweep import ring_all
from governance.notices.services import loading_history


def seed(*, rng, scale, count, at, say):
    """Most venues and offices have a plan, some are on the way, some have none; then the lapses that stand."""
    if scale != "demo":
        return
    if Plan.objects.exists() or not Venue.objects.exists():
        say("plans: there are some already")
        return
    say(f"plans: {seed_plans(rng=rng, at=at)} told")
    tell_the_mall_s_plans(at=at)
    with loading_history(since=at):
        ring_all(Plan, at=at)
