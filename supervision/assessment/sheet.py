"""A scheme's results as a table: a row for each unit, a column for each item; and each part of a result with the way to its rows."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from governance import registry
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.sheets.columns import Column
from supervision.assessment.enums import WEIGHED, ItemKind

BEFORE = (
    Column("rank", _("名次")),
    Column("full_name", _("考核单位")),
    Column("total", _("总分")),
    Column("", _("等次"), value=lambda row: row.get_grade_display()),
    Column("base", _("基础得分")),
    Column("adjusted", _("加减分")),
    Column("corrected", _("异议更正")),
)


def columns(scheme):
    """Those of every scheme, then one for each of its items, for an indicator with its figures."""
    found = list(BEFORE)
    for item in scheme.items.of_kind(*WEIGHED):
        found.append(Column("", f"{item.label} · {_('得分')}", value=_of(item, "points")))
        if item.kind == ItemKind.INDICATOR:
            found.append(Column("", f"{item.label} · {_('分子')}", value=_of(item, "numerator")))
            found.append(Column("", f"{item.label} · {_('分母')}", value=_of(item, "denominator")))
    return tuple(found)


def _of(item, name):
    """What a unit's part of that item says under a name."""
    return lambda row: next((getattr(part, name) for part in row.items.all() if part.item_id == item.pk), None)


def sheet_rows(results):
    return results.prefetch_related("items")


def traced_parts(result):
    """Each item of a result with its scores, and with the lists that open its numerator and its denominator."""
    scores = list(result.scores.select_related("by"))
    known = {one.code: one for one in registry.declared("indicators")}
    return [
        _traced(part, result, known.get(part.item.indicator), [one for one in scores if one.item_id == part.item_id])
        for part in result.items.select_related("item")
    ]


def _traced(part, result, indicator, scores):
    urls = {name: rows_url(indicator, name, result) if indicator else "" for name in (NUMERATOR, DENOMINATOR)}
    facts = {"part": part, "item": part.item, "indicator": indicator, "scores": scores}
    return {**facts, "rows_url": urls[NUMERATOR], "base_url": urls[DENOMINATOR]}


def rows_url(indicator, part, result):
    """The list of exactly the rows a figure of the year counts: those of the place, or those the office holds."""
    year = result.scheme.year
    asked = {"figure": indicator.code, "part": part, "place": result.place.code, "first": f"{year}-01", "last": f"{year}-12"}
    if result.office:
        asked["office"] = result.office.code
    return f"{reverse(indicator.rows_url)}?{urlencode(asked)}"
