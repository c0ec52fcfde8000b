"""The situation of the demo is counted from its own cases; nothing is made up."""

from disputes.situation.models import MonthCount
from disputes.situation.services import recount


def seed(*, rng, scale, count, at, say):
    """Nothing for a city in bulk (beat counts it), or when it was counted already."""
    if scale != "demo" or MonthCount.objects.exists():
        return
    say(f"situation: {recount(at=at)} counts")
