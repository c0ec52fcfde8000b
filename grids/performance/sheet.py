"""A month's figures as a table for pay: worker, post, month, points, and what they were counted from. No places, no comparison."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from grids.performance.rules import base_of

BEFORE = (
    Column("post.user.name", _("网格员")),
    Column("", _("岗位"), value=lambda row: str(row.post)),
    Column("", _("月份"), value=lambda row: f"{row.sheet.month:%Y-%m}"),
    Column("total", _("得分")),
    Column("away", _("休息和离岗（天）")),
)


def columns(sheet):
    """Those of every month, then three for each component of the month's formula."""
    found = list(BEFORE)
    for item in sheet.formula.items.all():
        found += [
            Column("", f"{item.label} · {_('完成')}", value=_of(item, "done")),
            Column("", f"{item.label} · {_('应完成')}", value=_of(item, "due")),
            Column("", f"{item.label} · {_('得分')}", value=_of(item, "points")),
        ]
    return (*found, Column("", _("计入分值"), value=counted), Column("", _("备注"), value=remark))


def counted(row):
    """How much of the formula's 100 counted."""
    return base_of([(item.points, item.weight) for item in row.items.all()])


def _of(item, name):
    return lambda row: next((getattr(one, name) for one in row.items.all() if one.component == item.component), None)


def remark(row):
    """That a figure was corrected, or that an objection is still open."""
    said = []
    if any(correction for item in row.items.all() for correction in item.corrections.all()):
        said.append(gettext("有更正"))
    if any(objection.is_ongoing for item in row.items.all() for objection in item.objections.all()):
        said.append(gettext("有未答复的异议"))
    return "；".join(said)


def sheet_rows(sheet):
    return sheet.scores.in_order().prefetch_related("items__corrections", "items__objections")


LINE_WORDS = {"sub": lambda row: f"{row.author__name} · {row.item__label}"}
