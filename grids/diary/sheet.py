"""What a row of the diary says besides, and the writer's own list as a table. The contact stands in neither."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from grids.diary.enums import Kind


def sub(row):
    return " · ".join((str(Kind(row.kind).label), f"{row.happened_on:%m-%d}", row.author__name, row.grid__name))


def marks(row):
    return [("done", gettext("已转事件"))] if row.report__number else []


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("happened_on", _("日期")),
    _asked(_("类别"), lambda row: row.get_kind_display()),
    Column("grid.name", _("网格")),
    Column("author.name", _("记录人")),
    Column("text", _("内容"), width=80),
    Column("additions", _("补充"), width=50),
    _asked(_("转成的网格事件"), lambda row: row.report.number if row.report_id else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
)


def sheet_rows(queryset):
    """Sealed columns are not even read."""
    rows = queryset.select_related("grid", "author", "report").defer("search", "contact_name", "contact_phone", "report__search")
    return rows.iterator(chunk_size=2000)
