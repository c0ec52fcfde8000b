"""The places right below one, compared inside groups of like size; of a village, which has none below, those beside it."""

from collections import defaultdict

from django.urls import reverse

from governance import registry
from governance.cases.comparing import ranked, rate, size_group
from governance.places.models import Place
from governance.places.schematic import tile_positions
from supervision.indicators.models import AreaMap, Figure
from supervision.indicators.parts import NOTHING, Unit, opened
from supervision.indicators.rules import STOCK, added, parent_of, shade


def units_of(place, indicator, period, *, against, outlines=None):
    """(units, whether they lie beside the place): compared by a rate inside groups of like size; `against` is the place's own rate."""
    children = places_below(place.path)
    beside = not children and place.parent_id is not None
    above = place.path if not beside else parent_of(place.path)
    children = children or (places_below(above) if beside else [])
    counts, sizes = counts_below(above, indicator, period)
    against = rate(*added(counts[child.path] for child in children)[:2]) if beside else against
    average = sum(sizes.values()) / len(children) if children else 0
    tiles = tile_positions([child.code for child in children])
    units = [
        Unit(
            **opened(indicator, counts[child.path], child.code, period.months_for(indicator)),
            label=child.short_name,
            code=child.code,
            url=reverse("dashboard_place", args=[child.code]),
            group=size_group(sizes[child.path], average),
            shade=shade(rate(*counts[child.path][:2]), against),
            against=against,
            tile=tiles.get(child.code),
            outline=(outlines or {}).get(child.code),
            own=child.path == place.path,
        )
        for child in children
    ]
    return ranked(units, better=indicator.better), beside


def places_below(path):
    return list(Place.objects.in_use().filter(parent__path=path).only("code", "path", "short_name"))


def map_of(place):
    """The outlines brought in for the places below, or None; villages and their townships have none."""
    return AreaMap.objects.filter(place=place).first()


def counts_below(path, indicator, period):
    """({path: counts in the window}, {path: cases received in the twelve months up to its end}) of the places below."""
    received = received_of(indicator)
    figures = Figure.objects.filter(parent_path=path, indicator__in=[indicator.code, received])
    counts, sizes, window = defaultdict(lambda: NOTHING), defaultdict(int), set(period.months_for(indicator))
    for figure in figures.shown(min(period.year[0], period.window[0]), period.last):
        place = figure.place_path
        if figure.indicator == indicator.code and figure.month in window:
            counts[place] = added([counts[place], (figure.numerator, figure.denominator, figure.left_out)])
        if figure.indicator == received and figure.month in {*period.year, STOCK}:
            sizes[place] += figure.numerator
    return counts, sizes


def received_of(indicator):
    """The count that tells a unit's size: the procedure's first indicator without a denominator, or what the rate itself counts."""
    counts = [one.code for one in registry.declared("indicators") if one.procedure == indicator.procedure and not one.denominator]
    return counts[0] if counts else indicator.code
