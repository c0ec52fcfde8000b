"""The published tables of a procedure's rates: counties with their number of cases, small ones left out of all of them alike."""

from dataclasses import dataclass

from django.db.models import Q

from governance import registry
from governance.cases.comparing import LEAST, is_ranked, ranked, rate, size_group, withheld, withheld_of_sum
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
    group: str  # "" where nothing is shown: it would tell the size
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


def out_of(months):
    """Those that every chapter that publishes by the month has published."""
    published = [found() for found in registry.declared("published_months")]
    return [month for month in months if all(month in one for one in published)]


def figures_of(procedure):
    """The published figures of a procedure, the count first, if there is one: it tells how large a place is."""
    found = [one for one in registry.declared("indicators") if one.procedure == procedure and one.published]
    return sorted(found, key=lambda one: one.denominator is not None)


def table_of(indicator, months):
    return tables_of(indicator.procedure, months)[indicator.code]


def tables_of(procedure, months):
    """{code: {rows, city, city_shown}} of a procedure's rates over the months; what is withheld is the same for all of them."""
    city = Place.objects.at(Level.CITY).first()
    places = list(Place.objects.in_use().filter(parent=city).order_by("path"))
    figures = figures_of(procedure)
    kept = counted(city, figures, months)
    parts = [withheld_in(month, figures, places, city, kept) for month in months]
    whole = withheld_of_sum(parts) if len(parts) > 1 else parts[0][0]
    return {
        one.code: {
            "rows": _rows(places, one, figures[0], whole, summed(kept, months)),
            "city": summed(kept, months).get((one.code, city.path), (0, 0)),
            "city_shown": all(totals[one.code] >= LEAST or (len(parts) > 1 and not totals[one.code]) for _part, totals in parts),
        }
        for one in figures
        if one.denominator
    }


def counted(city, figures, months):
    """{month: {(code, path): (numerator, denominator)}} of the city and its counties."""
    rows = Figure.objects.filter(indicator__in=[one.code for one in figures], month__in=months)
    found = {month: {} for month in months}
    for row in rows.filter(Q(parent_path=city.path) | Q(place_path=city.path)):
        found[row.month][row.indicator, row.place_path] = (row.numerator, row.denominator)
    return found


def withheld_in(month, figures, places, city, kept):
    """(what is not shown of a month, the city's sums)."""
    columns = {one.code: {place.path: base(one, kept[month], place.path) for place in places} for one in figures}
    totals = {one.code: base(one, kept[month], city.path) for one in figures}
    return withheld(columns, totals), totals


def base(indicator, counts, path):
    """How many cases a figure tells of: a rate its denominator, a count itself."""
    return counts.get((indicator.code, path), (0, 0))[1 if indicator.denominator else 0]


def summed(kept, months):
    found = {}
    for month in months:
        for key, (numerator, denominator) in kept[month].items():
            before = found.get(key, (0, 0))
            found[key] = (before[0] + numerator, before[1] + denominator)
    return found


def _rows(places, indicator, size, whole, counts):
    """Best first inside groups of like size; those not shown last, in the order of their codes, so that nothing tells them apart."""
    sizes = {place.path: base(size, counts, place.path) for place in places}
    average = sum(sizes.values()) / len(places) if places else 0
    rows = [
        Row(place.short_name, *counts.get((indicator.code, place.path), (0, 0)), sizes[place.path], not whole.hides(place.path, size.code),
            not whole.hides(place.path, indicator.code), "" if place.path in whole.places else size_group(sizes[place.path], average),
            code=place.code)
        for place in places
    ]  # fmt: skip
    return [*ranked([row for row in rows if row.shown], better=indicator.better), *(row for row in rows if not row.shown)]
