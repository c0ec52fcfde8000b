"""The rounds of units as a table."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

LINE_WORDS = {"sub": lambda row: row.unit__short_name or ""}


def _asked(label, value):
    return Column("", label, value=value)


def _when_shown(name):
    """A result stands in the table once the units read it."""
    return lambda row: getattr(row.result, name) if row.is_shown else None


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("年度"), lambda row: row.result.scheme.year),
    Column("title", _("考核")),
    _asked(_("被考核单位"), lambda row: row.result.full_name),
    _asked(_("审核单位"), lambda row: row.reviewer.name),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("self_points", _("自评分")),
    _asked(_("总分"), _when_shown("total")),
    _asked(_("名次"), _when_shown("rank")),
    _asked(_("等次"), lambda row: row.result.get_grade_display() if row.is_shown else ""),
    _asked(_("异议"), lambda row: row.get_outcome_display()),
    Column("opened_at", _("布置时间")),
    Column("closed_at", _("定案时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    related = queryset.select_related("unit", "reviewer", "result__scheme", "result__place", "result__office")
    return related.defer("search").iterator(chunk_size=2000)
