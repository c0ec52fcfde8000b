"""Puts a place's dashboard together from the kept figures: one query for the place, one for its units."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from governance import registry
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.places.models import Place
from supervision.indicators.models import Figure
from supervision.indicators.rules import is_ranked, months_until, rate, ranked, size_group

TREND_MONTHS = 12


@dataclass
class Shown:
    """One figure as components/figure.html reads it."""

    label: Any
    article: Any
    numerator: int
    denominator: int
    is_rate: bool
    rows_url: str
    base_url: str
    trend: list
    trend_label: str
    small: bool
    excluded: Any
    unit: str = ""
    trend_open: bool = True
    change: str = ""


@dataclass
class Unit:
    """One place in a comparison."""

    label: str
    url: str
    rows_url: str
    numerator: int
    denominator: int
    group: str
    n: int
    own: bool = False
    place_in_group: int | None = None

    @property
    def rate(self):
        return rate(self.numerator, self.denominator)

    @property
    def small(self):
        return not is_ranked(self.n)


@dataclass
class Board:
    """A dashboard of one place."""

    place: Place
    figures: list
    trend: dict
    compared: Any
    units: list
    choices: list
    computed_at: datetime | None
    groups: dict = field(default_factory=dict)


def board(place, *, last, span, compared=""):
    """The dashboard of a place for the `span` months up to `last`; `compared` is the code of the rate the units are compared by."""
    indicators = registry.declared("indicators")
    months = months_until(last, max(span, TREND_MONTHS))
    own = list(Figure.objects.filter(place_path=place.path).between(months[0], last))
    window = set(months[-span:])
    rates = [indicator for indicator in indicators if indicator.denominator]
    chosen = next((indicator for indicator in rates if indicator.code == compared), rates[-1])
    units = units_of(place, chosen, months[-span], last)
    return Board(
        place=place,
        figures=[shown(indicator, place, own, window, months) for indicator in indicators],
        trend=trend_table(indicators, own, months),
        compared=chosen,
        units=units,
        choices=[{"code": indicator.code, "label": indicator.label, "active": indicator == chosen} for indicator in rates],
        computed_at=max((figure.computed_at for figure in own), default=None),
        groups=grouped(units),
    )


def shown(indicator, place, own, window, months):
    by_month = {figure.month: figure for figure in own if figure.indicator == indicator.code}
    counted = [by_month[month] for month in window if month in by_month]
    numerator, denominator = sum(figure.numerator for figure in counted), sum(figure.denominator for figure in counted)
    return Shown(
        label=indicator.label,
        article=indicator.article,
        numerator=numerator,
        denominator=denominator,
        is_rate=indicator.denominator is not None,
        rows_url=rows_url(indicator, NUMERATOR, place.code, min(window), max(window)),
        base_url=rows_url(indicator, DENOMINATOR, place.code, min(window), max(window)),
        trend=[value_of(indicator, by_month.get(month)) for month in months[-TREND_MONTHS:]],
        trend_label=_("近12个月%(label)s") % {"label": indicator.label},
        small=indicator.denominator is not None and not is_ranked(denominator),
        excluded=indicator.excluded,
        unit="" if indicator.denominator else _("件"),
    )


def value_of(indicator, figure):
    if figure is None:
        return None if indicator.denominator else 0
    return rate(figure.numerator, figure.denominator) if indicator.denominator else figure.numerator


def rows_url(indicator, part, code, first, last):
    """The list that shows exactly the rows of a figure."""
    asked = {"figure": indicator.code, "part": part, "place": code, "first": f"{first:%Y-%m}", "last": f"{last:%Y-%m}"}
    return f"{reverse(indicator.rows_url)}?{urlencode(asked)}"


def units_of(place, indicator, first, last):
    """The places one level below, compared by a rate inside groups of like size."""
    received = received_of(indicator)
    sums = defaultdict(lambda: {"numerator": 0, "denominator": 0})
    wanted = Figure.objects.filter(parent_path=place.path, indicator__in=[indicator.code, received]).between(first, last)
    for row in wanted.totals("place_path", "indicator"):
        sums[row["place_path"], row["indicator"]] = row
    units = []
    for child in Place.objects.in_use().filter(parent=place).only("code", "path", "short_name"):
        own, size = sums[child.path, indicator.code], sums[child.path, received]["numerator"]
        units.append(
            Unit(
                label=child.short_name,
                url=reverse("dashboard_place", args=[child.code]),
                rows_url=rows_url(indicator, DENOMINATOR, child.code, first, last),
                numerator=own["numerator"],
                denominator=own["denominator"],
                group=size_group(size),
                n=own["denominator"],
            )
        )
    return ranked(units, better=indicator.better)


def received_of(indicator):
    """The count that tells a unit's size: the procedure's first indicator without a denominator."""
    return next(one.code for one in registry.declared("indicators") if one.procedure == indicator.procedure and not one.denominator)


def grouped(units):
    """Units by size group, largest group first, empty ones (nothing received) last."""
    groups = defaultdict(list)
    for unit in units:
        groups[unit.group].append(unit)
    return dict(sorted(groups.items()))


def trend_table(indicators, own, months):
    """The same numbers as a table: a row per month, a cell per indicator."""
    by_key = {(figure.indicator, figure.month): figure for figure in own}
    rows = [
        {"month": month, "cells": [cell(indicator, by_key.get((indicator.code, month))) for indicator in indicators]}
        for month in reversed(months[-TREND_MONTHS:])
    ]
    return {"labels": [indicator.label for indicator in indicators], "rows": rows}


def cell(indicator, figure):
    return {
        "is_rate": indicator.denominator is not None,
        "numerator": figure.numerator if figure else 0,
        "denominator": figure.denominator if figure else 0,
    }
