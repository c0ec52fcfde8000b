"""Puts a place's dashboard together from the kept figures: few queries, whatever there is below the place."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone

from governance import registry
from governance.cases.comparing import rate
from governance.places.models import Place
from supervision.indicators import overdue
from supervision.indicators.changes import largest_moves
from supervision.indicators.checking import last_check
from supervision.indicators.models import Figure, StaleMonth
from supervision.indicators.parts import Period, cell, of_indicator, shown, summed
from supervision.indicators.units import map_of, units_of

OFFICES_SHOWN, LINES_DRAWN = 6, 4


@dataclass
class Section:
    """The figures of one procedure."""

    procedure: str
    label: str
    figures: list

    def of_rates(self):
        """The same with its rates alone."""
        return Section(self.procedure, self.label, self.rates)

    @property
    def counts(self):
        return [figure for figure in self.figures if not figure.is_rate]

    @property
    def rates(self):
        return [figure for figure in self.figures if figure.is_rate]


@dataclass
class Board:
    """A dashboard of one place."""

    place: Place
    period: Period
    sections: list
    compared: Any
    own: Any  # the compared rate of the place itself
    units: list
    beside: bool  # the units lie beside the place: it has none below
    map: Any
    choices: list
    trend: dict
    moves: dict
    late: dict
    check: Any  # the last comparison of all figures with their rows, or None
    computed_at: datetime | None
    is_behind: bool

    @property
    def compared_section(self):
        """The procedure of the rate that is compared; the trend shows its figures."""
        return next(section for section in self.sections if section.procedure == self.compared.procedure)

    @property
    def other_sections(self):
        return [section for section in self.sections if section.procedure != self.compared.procedure]

    @property
    def groups(self):
        """Units by size group, the largest first."""
        found = defaultdict(list)
        for unit in self.units:
            found[unit.group].append(unit)
        return dict(sorted(found.items()))

    @property
    def tiles(self):
        return [unit for unit in self.units if unit.tile and not self.beside]

    @property
    def tile_rows(self):
        return 1 + max((unit.tile[1] for unit in self.tiles), default=0)

    @property
    def outlined(self):
        """What the imported map shows; what it does not know stands in the table alone."""
        return [unit for unit in self.units if unit.outline]

    @property
    def not_outlined(self):
        return [unit for unit in self.units if not unit.outline] if self.outlined else []

    @property
    def is_empty(self):
        """Whether nothing at all was registered in the months asked for."""
        return not any(figure.numerator or figure.denominator for section in self.sections for figure in section.figures)


def board(place, period, indicators, *, is_behind=False, compared="", at=None):
    """The dashboard of a place over a period; `compared` is the code of the rate the places below are compared by."""
    own = Figure.objects.filter(place_path=place.path).shown(period.first_needed, period.last)
    kept = {(figure.indicator, figure.month): figure for figure in own}
    parts = sections(indicators, place, kept, period)
    rates = [figure.indicator for section in parts for figure in section.rates]
    chosen = next((indicator for indicator in rates if indicator.code == compared), None) or most_telling(parts)
    against = rate(*summed(of_indicator(chosen, kept), period.months_for(chosen))[:2])
    area = map_of(place)
    units, beside = units_of(place, chosen, period, against=against, outlines=area and area.shapes)
    return Board(
        place=place,
        period=period,
        sections=parts,
        compared=chosen,
        own=shown(chosen, place, kept, period),
        units=units,
        beside=beside,
        map=area,
        choices=choices_of(parts, chosen),
        trend=trend_table(chosen, place, kept, period),
        moves=largest_moves(place, indicators, period, names={place.path: place.short_name, **{unit.code: unit.label for unit in units}}),
        late=late_of(place, indicators, at=at or timezone.now()),
        check=last_check(),
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
    """What is compared unless another rate is asked for: the last rate by months of the procedure whose rates stand on the most cases.

    What is published goes before what is not; amounts are no cases.
    """
    monthly = [[figure for figure in section.rates if not figure.indicator.stock and not figure.indicator.adds] for section in parts]
    fullest = max(filter(None, monthly), key=_weight)
    return fullest[-1].indicator


def _weight(rates):
    """Published rates on any cases first, then the one with most cases."""
    return any(one.indicator.published and one.denominator for one in rates), max(one.denominator for one in rates)


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


def trend_table(compared, place, kept, period):
    """The months as a table, the newest first: a cell per indicator of the procedure, each open to its rows.

    A chart draws the same table: its rates, or its counts where it has none; `is_drawn` says which columns.
    """
    indicators = of_procedure(compared.procedure)
    has_rates = any(one.denominator for one in indicators)
    rows = [
        {"month": month, "cells": [cell(indicator, place, kept.get((indicator.code, month)), month) for indicator in indicators]}
        for month in reversed(period.trend)
    ]
    drawn = [one for one in indicators if bool(one.denominator) == has_rates]
    drawn = sorted(drawn, key=lambda one: one.code != compared.code)[:LINES_DRAWN]  # more lines than that nobody tells apart
    heads = [{"label": one.label, "is_drawn": one in drawn} for one in indicators]
    return {"heads": heads, "rows": rows, "unit": "%" if has_rates else ""}


def late_of(place, indicators, *, at):
    """{"at", "total", "offices", "rest"}: the offices that let most run out, with their reasons."""
    reasons = overdue.by_office(overdue.late_clocks(place, {one.procedure for one in indicators}, at=at))
    offices = defaultdict(list)
    for reason in reasons:
        offices[reason.office_id].append(reason)
    shown_ones = list(offices.values())[:OFFICES_SHOWN]
    return {
        "at": at,
        "total": sum(reason.n for reason in reasons),
        "offices": [{"office": rows[0].office, "n": sum(row.n for row in rows), "reasons": rows} for rows in shown_ones],
        "rest": max(len(offices) - OFFICES_SHOWN, 0),
    }
