"""A scheme's results as a table: a row for each unit, a column for each item."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

BEFORE = (
    Column("rank", _("名次")),
    Column("place.name", _("考核单位")),
    Column("total", _("总分")),
    Column("", _("等次"), value=lambda row: row.get_grade_display()),
    Column("base", _("指标得分")),
    Column("adjusted", _("加减分")),
)


def columns(scheme):
    """Those of every scheme, then three for each of its items."""
    found = list(BEFORE)
    for item in scheme.items.all():
        found += [
            Column("", f"{item.label} · {_('得分')}", value=_of(item, "points")),
            Column("", f"{item.label} · {_('分子')}", value=_of(item, "numerator")),
            Column("", f"{item.label} · {_('分母')}", value=_of(item, "denominator")),
        ]
    return tuple(found)


def _of(item, name):
    """What a unit's part of that item says under a name."""
    return lambda row: next((getattr(part, name) for part in row.items.all() if part.item_id == item.pk), None)


def sheet_rows(scheme):
    return scheme.results.ranked().prefetch_related("items")
