"""How many households each village has: nearly always those of its grids; now and then some are in none, or nobody has counted."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from governance.places.models import Place
from grids.mesh.models import HouseholdCount
from grids.mesh.services import with_cover

SOURCES = ("派出所户籍登记和社区入户摸底", "村委会年度入户摸底", "街道年度人口台账")
UNCOUNTED, OUTSIDE, OVER = 0.03, 0.06, 0.02  # shares of the villages
BATCH = 2000


def seed(*, rng, scale, count, at, say):
    """The counts of last year and of this; nothing where there are some already."""
    if scale != "demo" or HouseholdCount.objects.exists():
        return
    villages = with_cover(Place.objects.in_use(), day=timezone.localdate(at)).filter(base_grids__gt=0).order_by("path")
    rows = [row for village in villages for row in counts_of(rng, village, at)]
    HouseholdCount.objects.bulk_create(rows, batch_size=BATCH)
    say(f"households: {len(rows)} counts of villages")


def counts_of(rng, village, at):
    """This year's and last year's number of a village."""
    drawn, source = rng.random(), rng.choice(SOURCES)
    shift, growth = rng.randint(18, 160), rng.uniform(0.97, 1.0)
    if drawn < UNCOUNTED:
        return
    total = village.in_grids
    if drawn < UNCOUNTED + OUTSIDE:
        total += shift
    elif drawn < UNCOUNTED + OUTSIDE + OVER:
        total = max(total - shift, 1)
    for year, households in ((at.year - 1, round(total * growth)), (at.year, total)):
        yield HouseholdCount(village_id=village.pk, year=year, households=households, source=source, at=entered(year, at))


def entered(year, at):
    """Entered in March, or two weeks ago where the year is younger than that."""
    march = timezone.make_aware(datetime.combine(datetime(year, 3, 20), time(10)))
    return min(march, at - timedelta(days=14))
