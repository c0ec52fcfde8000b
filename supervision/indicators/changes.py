"""What changed: the largest moves of the place and of those right below it against as many months before, chance left out."""

from dataclasses import dataclass
from math import sqrt

from django.db.models import Count, Q, Sum

from governance.cases.comparing import is_ranked, moved, rate
from supervision.indicators.models import Figure
from supervision.indicators.parts import Part, opened
from supervision.indicators.rules import CHANCE

MOST_RATES, MOST_COUNTS = 8, 4


@dataclass
class Move(Part):
    """A figure now, and what it was before."""

    place: str = ""
    before: tuple = (0, 0)
    deviations: float = 0.0

    @property
    def earlier(self):
        return rate(*self.before) if self.is_rate else self.before[0]

    @property
    def points(self):
        """Percentage points of a rate, per cent of a count."""
        return 100 * (self.rate - self.earlier) if self.is_rate else 100 * (self.numerator / self.before[0] - 1)

    @property
    def size(self):
        return round(abs(self.points), 1)

    @property
    def is_up(self):
        return self.points > 0

    @property
    def is_good(self):
        """None where neither way is better."""
        return None if not self.indicator.better else self.is_up == (self.indicator.better == "higher")


def largest_moves(place, indicators, period, *, names):
    """{"rates", "counts"}: the moves beyond chance on thirty cases or more, the largest first. A running month is no whole one: its
    counts are not compared. `names` are {path: name} of the place and of those below it. "has_earlier": whether the months before are
    kept at all, so that there is something to compare with.
    """
    monthly = {one.code: one for one in indicators if not one.stock}
    known = [row for row in sums(place, monthly, period) if row["place_path"] in names]
    moves = [found for row in known if (found := move(row, monthly[row["indicator"]], period, names))]
    ordered = sorted(moves, key=lambda one: (-one.size, one.indicator.code))
    rates = [one for one in ordered if one.is_rate][:MOST_RATES]
    has_earlier = any(row["months_before"] >= period.span for row in known)
    return {"rates": rates, "counts": [one for one in ordered if not one.is_rate][:MOST_COUNTS], "has_earlier": has_earlier}


def sums(place, codes, period):
    """One row for each indicator and place, with its sums now and before."""
    now, before = Q(month__gte=period.window[0]), Q(month__lt=period.window[0])
    rows = Figure.objects.filter(Q(parent_path=place.path) | Q(place_path=place.path), indicator__in=codes)
    return (
        rows.between(period.earlier[0], period.last)
        .values("indicator", "place_path")
        .annotate(
            numerator_now=Sum("numerator", filter=now, default=0), denominator_now=Sum("denominator", filter=now, default=0),
            numerator_before=Sum("numerator", filter=before, default=0), denominator_before=Sum("denominator", filter=before, default=0),
            months_before=Count("month", filter=before),
        )
        .order_by("indicator", "place_path")
    )  # fmt: skip


def move(row, indicator, period, names):
    """The move, or None where it may be chance, or where too little is known."""
    now, before = ((row[f"numerator_{when}"], row[f"denominator_{when}"]) for when in ("now", "before"))
    if indicator.adds or row["months_before"] < period.span:
        return None
    if indicator.denominator:
        deviations = moved(now, before) if is_ranked(now[1]) and is_ranked(before[1]) else 0
    else:
        deviations = counted_moved(now[0], before[0]) if is_ranked(before[0]) and not period.is_running else 0
    if abs(deviations) < CHANCE:
        return None
    path = row["place_path"]  # which is the code of a place (docs/adr/0003)
    return Move(**opened(indicator, (*now, 0), path, period.window), place=names[path], before=before, deviations=deviations)


def counted_moved(now, before):
    """By how many standard deviations a count moved."""
    return (now - before) / sqrt(now + before) if now + before else 0
