"""The published table of a rate: counties with their number of cases, small ones left out."""

from collections import defaultdict
from dataclasses import dataclass

from governance import registry
from governance.cases.comparing import hidden, is_ranked, ranked, rate, size_group
from governance.places.enums import Level
from governance.places.models import Place
from supervision.indicators.models import Figure


@dataclass
class Row:
    """One county. `shown` is False where publishing it would tell of fewer than five."""

    label: str
    numerator: int
    denominator: int
    received: int
    received_shown: bool
    shown: bool
    group: str
    place_in_group: int | None = None
    code: str = ""

    @property
    def rate(self):
        return rate(self.numerator, self.denominator) if self.shown else None

    @property
    def n(self):
        return self.denominator

    @property
    def small(self):
        return not is_ranked(self.denominator)


def published_rates():
    """The rates chapters publish, under the label of their procedure."""
    labels, found = {flow.procedure: flow.label for flow in registry.declared("flows")}, {}
    for one in registry.declared("indicators"):
        if one.published and one.denominator:
            found.setdefault(one.procedure, []).append(one)
    return [{"procedure": labels.get(procedure, procedure), "rates": rates} for procedure, rates in found.items()]


def count_beside(indicator):
    """The published count of the same procedure, which tells how much there was; None where there is none."""
    counts = (one for one in registry.declared("indicators") if one.published and not one.denominator)
    return next((one for one in counts if one.procedure == indicator.procedure), None)


def table_of(indicator, months):
    """The counties' rows over the months, best first inside groups of like size, and the city's own sums."""
    city = Place.objects.at(Level.CITY).first()
    beside = count_beside(indicator)
    counts = summed(city, indicator, months)
    received = summed(city, beside, months) if beside else counts
    return {"rows": _rows(city, counts, received, by_count=bool(beside), better=indicator.better), "city": counts[city.path]}


def _rows(city, counts, received, *, by_count, better):
    places = list(Place.objects.in_use().filter(parent=city).order_by("path"))
    sizes = {place.path: received[place.path][0 if by_count else 1] for place in places}
    average = sum(sizes.values()) / len(places) if places else 0
    unshown = hidden({place.path: counts[place.path][1] for place in places})
    uncounted = hidden(sizes)
    rows = [
        Row(place.short_name, *counts[place.path], sizes[place.path], place.path not in uncounted, place.path not in unshown,
            size_group(sizes[place.path], average), code=place.code)
        for place in places
    ]  # fmt: skip
    return ranked(rows, better=better)


def summed(city, indicator, months):
    """{path: (numerator, denominator)} of the city and its counties."""
    found = defaultdict(lambda: (0, 0))
    rows = Figure.objects.filter(indicator=indicator.code, month__in=months)
    for kept in (rows.filter(parent_path=city.path), rows.filter(place_path=city.path)):
        for row in kept.totals("place_path"):
            found[row["place_path"]] = (row["numerator"], row["denominator"])
    return found
