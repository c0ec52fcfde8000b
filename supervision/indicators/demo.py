"""Counts the figures of whatever the other chapters' demos left."""

from supervision.indicators.models import StaleMonth
from supervision.indicators.services import counted_procedures, recount_all


def seed(*, rng, scale, count, at, say):
    """Every month of every procedure, once."""
    for procedure in sorted(counted_procedures()):
        say(f"figures: {recount_all(procedure, at=at)} months of {procedure}")
    StaleMonth.objects.filter(procedure__in=counted_procedures()).delete()
