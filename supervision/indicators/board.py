"""Puts a place's dashboard together from the kept figures: one query for the place itself, one for the places below it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from governance import registry
from governance.calendar.months import month_before, months_until
from governance.cases.comparing import is_ranked, ranked, rate, size_group
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.places.models import Place
from governance.places.schematic import tile_positions
from governance.web.tags import change
from supervision.indicators.models import Figure, StaleMonth
from supervision.indicators.rules import STOCK, shade

TREND_MONTHS = 12
SHORT_NAMES = {"呼和浩特经济技术开发区": "经开区", "土默特左旗": "土左旗"}


@dataclass(frozen=True)
class Period:
    """The months a dashboard sums, and those around it that it needs."""

    last: Any
    span: int
    current: Any  # the running month, whose figures still grow

    @cached_property
    def window(self):
        return months_until(self.last, self.span)

    @cached_property
    def earlier(self):
        """As many months before the window."""
        return months_until(month_before(self.last, self.span), self.span)

    @cached_property
    def trend(self):
        return months_until(self.last, TREND_MONTHS)

    def months_for(self, indicator):
        """The months an indicator is summed over; a stock stands under one key of its own."""
        return [STOCK] if indicator.stock else self.window

    @property
    def first_needed(self):
        return min(self.earlier[0], self.trend[0])


@dataclass
class Part:
    """Numerator and denominator of an indicator somewhere, and the lists that open them."""

    indicator: Any
    numerator: int
    denominator: int
    rows_url: str
    base_url: str

    @property
    def is_rate(self):
        return self.indicator.denominator is not None

    @property
    def rate(self):
        return rate(self.numerator, self.denominator)

    @property
    def small(self):
        return self.is_rate and not is_ranked(self.denominator)


@dataclass
class Shown(Part):
    """One figure of the place, as components/figure.html reads it."""

    trend: list
    trend_label: str
    trend_open: bool
    change: str
    unit: str
    excluded: str = ""  # told once for all, under the figures
    article: str = ""

    @property
    def label(self):
        return self.indicator.label


@dataclass
class Section:
    """The figures of one procedure."""

    procedure: str
    label: str
    figures: list

    @property
    def counts(self):
        return [figure for figure in self.figures if not figure.is_rate]

    @property
    def rates(self):
        return [figure for figure in self.figures if figure.is_rate]


@dataclass
class Unit(Part):
    """One of the places below, in the comparison and on the map."""

    label: str
    url: str
    group: str
    shade: int
    place_in_group: int | None = None
    tile: tuple | None = None

    @property
    def n(self):
        return self.denominator

    @property
    def ink(self):
        """Which ink is read on the tile; a tile with too few cases is pale whatever its share."""
        return 0 if self.small else self.shade

    @property
    def short_label(self):
        return SHORT_NAMES.get(self.label, self.label)


@dataclass
class Board:
    """A dashboard of one place."""

    place: Place
    period: Period
    sections: list
    compared: Any
    units: list
    choices: list
    trend: dict
    computed_at: datetime | None
    is_behind: bool

    @property
    def compared_section(self):
        """The procedure of the rate that is compared; the trend shows its figures."""
        return next(section for section in self.sections if section.procedure == self.compared.procedure)

    @property
    def groups(self):
        """Units by size group, the largest first."""
        found = defaultdict(list)
        for unit in self.units:
            found[unit.group].append(unit)
        return dict(sorted(found.items()))

    @property
    def tiles(self):
        return [unit for unit in self.units if unit.tile]

    @property
    def tile_rows(self):
        return 1 + max((unit.tile[1] for unit in self.tiles), default=0)

    @property
    def is_empty(self):
        """Whether nothing at all was registered in the months asked for."""
        return not any(figure.numerator or figure.denominator for section in self.sections for figure in section.figures)


def board(place, period, indicators, *, is_behind, compared=""):
    """The dashboard of a place over a period; `compared` is the code of the rate the places below are compared by."""
    own = Figure.objects.filter(place_path=place.path).shown(period.first_needed, period.last)
    kept = {(figure.indicator, figure.month): figure for figure in own}
    parts = sections(indicators, place, kept, period)
    rates = [figure.indicator for section in parts for figure in section.rates]
    chosen = next((indicator for indicator in rates if indicator.code == compared), None) or most_telling(parts)
    against = rate(*summed(of_indicator(chosen, kept), period.months_for(chosen)))
    return Board(
        place=place,
        period=period,
        sections=parts,
        compared=chosen,
        units=units_of(place, chosen, period, against=against),
        choices=choices_of(parts, chosen),
        trend=trend_table(of_procedure(chosen.procedure), place, kept, period),
        computed_at=max((figure.computed_at for figure in kept.values()), default=None),
        is_behind=is_behind,
    )


def freshness(place):
    """When figures of the place were last counted, which is also when any below it were; and whether some wait to be counted again."""
    counted = Figure.objects.filter(place_path=place.path).aggregate(at=Max("computed_at"))["at"]
    return counted, StaleMonth.objects.filter(place_path__startswith=place.path).exists()


def sections(indicators, place, kept, period):
    """A section for each procedure that has figures, in the order they were declared."""
    labels = {flow.procedure: flow.label for flow in registry.declared("flows")}
    found = defaultdict(list)
    for indicator in indicators:
        found[indicator.procedure].append(shown(indicator, place, kept, period))
    return [Section(procedure, labels.get(procedure, procedure), figures) for procedure, figures in found.items()]


def most_telling(parts):
    """What is compared unless another rate is asked for: the last rate by months of the procedure whose rates stand on the most cases."""
    monthly = [[figure for figure in section.rates if not figure.indicator.stock] for section in parts]
    fullest = max(filter(None, monthly), key=lambda rates: max(figure.denominator for figure in rates))
    return fullest[-1].indicator


def choices_of(parts, chosen):
    """The rates one can compare by, under the name of their procedure."""
    return [
        {
            "label": section.label,
            "rates": [
                {"code": figure.indicator.code, "label": figure.label, "active": figure.indicator == chosen} for figure in section.rates
            ],
        }
        for section in parts
        if section.rates
    ]


def of_procedure(procedure):
    """What the trend is shown of: a procedure's figures that have months."""
    return [one for one in registry.declared("indicators") if one.procedure == procedure and not one.stock]


def shown(indicator, place, kept, period):
    by_month, months = of_indicator(indicator, kept), period.months_for(indicator)
    return Shown(
        **opened(indicator, summed(by_month, months), place.code, months),
        trend=[] if indicator.stock else [value_of(indicator, by_month.get(month)) for month in period.trend],
        trend_label=_("近12个月%(label)s走势") % {"label": indicator.label},
        trend_open=period.last == period.current,
        change=changed(indicator, by_month, period),
        unit="" if indicator.denominator else indicator.unit,
        excluded=_("现有存量，不分月份") if indicator.stock else "",
    )


def opened(indicator, counts, code, months):
    """What every `Part` is made of: the counts, and the lists of exactly their rows."""
    return {
        "indicator": indicator,
        "numerator": counts[0],
        "denominator": counts[1],
        "rows_url": rows_url(indicator, NUMERATOR, code, months) if counts[0] or indicator.denominator else "",
        "base_url": rows_url(indicator, DENOMINATOR, code, months) if indicator.denominator else "",
    }


def of_indicator(indicator, kept):
    """{month: figure} of one indicator."""
    return {month: figure for (code, month), figure in kept.items() if code == indicator.code}


def summed(by_month, months):
    figures = [by_month[month] for month in months if month in by_month]
    return sum(figure.numerator for figure in figures), sum(figure.denominator for figure in figures)


def changed(indicator, by_month, period):
    """How a rate moved against as many months before, in words.

    Empty for counts, where a base is too small, and where the months before are not all kept.
    """
    now, before = summed(by_month, period.window), summed(by_month, period.earlier)
    comparable = is_ranked(now[1]) and is_ranked(before[1]) and all(month in by_month for month in period.earlier)
    if indicator.stock or not indicator.denominator or not comparable:
        return ""
    against = _("上月") if period.span == 1 else _("前%(span)s个月") % {"span": period.span}
    return _("较%(against)s%(change)s") % {"against": against, "change": change(rate(*now), rate(*before))}


def value_of(indicator, figure):
    if figure is None:
        return None if indicator.denominator else 0
    return rate(figure.numerator, figure.denominator) if indicator.denominator else figure.numerator


def rows_url(indicator, part, code, months):
    """The list that shows exactly the rows of a figure."""
    span = "" if indicator.stock else f"&first={months[0]:%Y-%m}&last={months[-1]:%Y-%m}"
    return f"{reverse(indicator.rows_url)}?figure={indicator.code}&part={part}&place={code}{span}"


def units_of(place, indicator, period, *, against):
    """The places one level below, compared by a rate inside groups of like size; `against` is the place's own rate."""
    children = list(Place.objects.in_use().filter(parent=place).only("code", "path", "short_name"))
    counts, sizes = counts_below(place, indicator, period)
    average = sum(sizes.values()) / len(children) if children else 0
    tiles = tile_positions([child.code for child in children])
    units = [
        Unit(
            **opened(indicator, counts[child.path], child.code, period.months_for(indicator)),
            label=child.short_name,
            url=reverse("dashboard_place", args=[child.code]),
            group=size_group(sizes[child.path], average),
            shade=shade(rate(*counts[child.path]), against),
            tile=tiles.get(child.code),
        )
        for child in children
    ]
    return ranked(units, better=indicator.better)


def counts_below(place, indicator, period):
    """({path: counts in the window}, {path: cases received in the twelve months up to its end}) of the places below."""
    received = received_of(indicator)
    figures = Figure.objects.filter(parent_path=place.path, indicator__in=[indicator.code, received])
    counts, sizes, window = defaultdict(lambda: (0, 0)), defaultdict(int), set(period.months_for(indicator))
    for figure in figures.shown(min(period.trend[0], period.window[0]), period.last):
        path = figure.place_path
        if figure.indicator == indicator.code and figure.month in window:
            counts[path] = (counts[path][0] + figure.numerator, counts[path][1] + figure.denominator)
        if figure.indicator == received and figure.month in {*period.trend, STOCK}:
            sizes[path] += figure.numerator
    return counts, sizes


def received_of(indicator):
    """The count that tells a unit's size: the procedure's first indicator without a denominator, or what the rate itself counts."""
    counts = [one.code for one in registry.declared("indicators") if one.procedure == indicator.procedure and not one.denominator]
    return counts[0] if counts else indicator.code


def trend_table(indicators, place, kept, period):
    """The same numbers as a table: a row per month, a cell per indicator, each open to its rows."""
    rows = [
        {"month": month, "cells": [cell(indicator, place, kept.get((indicator.code, month)), month) for indicator in indicators]}
        for month in reversed(period.trend)
    ]
    return {"labels": [indicator.label for indicator in indicators], "rows": rows}


def cell(indicator, place, figure, month):
    counts = (figure.numerator, figure.denominator) if figure else (0, 0)
    return Part(**opened(indicator, counts, place.code, [month]))
