"""Counts the figures of whatever the other chapters' demos left, and holds them against their rows."""

from supervision.indicators.checking import check, record
from supervision.indicators.models import StaleMonth
from supervision.indicators.services import counted_procedures, recount_all


def seed(*, rng, scale, count, at, say):
    """Every month of every procedure, once; the marks the demo's steps left are settled by it."""
    last = StaleMonth.objects.order_by("-pk").values_list("pk", flat=True).first()
    for procedure in sorted(counted_procedures()):
        say(f"figures: {recount_all(procedure, at=at)} months of {procedure}")
    StaleMonth.objects.filter(pk__lte=last or 0).delete()
    kept = record(check(), at=at)
    say(f"figures: {kept.checked} held against their rows, {kept.different + kept.unopened} differ")
