"""The floors of rates, as rows the leading group of the city writes; a declared floor holds until somebody does."""

from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from governance import registry
from supervision.indicators.models import Floor

WHOLE = 100
SAME = _("与该月适用的底线相同，没有改动。")


class FloorRefused(ValueError):
    """The floor stays as it is, with the reason for the screen."""


def can_have_floor(indicator):
    """A share of cases of which more is better: of anything else nobody can say that it lies too low."""
    return bool(indicator.denominator) and indicator.better == "higher" and not indicator.adds


def floored(month):
    """The declared rates that can have a floor, each with the one that holds for a month."""
    rows = rows_for(month)
    return [with_floor(one, rows.get(one.code)) for one in registry.declared("indicators") if can_have_floor(one)]


def rows_for(month):
    """{code: the row that holds for a month}"""
    rows = Floor.objects.filter(since__lte=month).order_by("indicator", "-since", "-pk").distinct("indicator")
    return {row.indicator: row for row in rows.select_related("by")}


def with_floor(indicator, row):
    """An indicator with the floor of a row; as declared where there is none."""
    if row is None:
        return indicator
    return replace(indicator, floor=None if row.share is None else Decimal(row.share) / WHOLE)


def percent(indicator):
    """The floor of an indicator as a whole number of per cent, or None."""
    return None if indicator.floor is None else int(indicator.floor * WHOLE)


def set_floor(indicator, *, share, since, reason, by, at):
    """Let another floor hold from a month on, for the months before it as it was. Raises `FloorRefused` where nothing changes."""
    now = next(one for one in floored(since) if one.code == indicator.code)
    if percent(now) == share:
        raise FloorRefused(SAME)
    return Floor.objects.create(indicator=indicator.code, share=share, since=since, reason=reason, by=by, at=at)
