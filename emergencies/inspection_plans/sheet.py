"""Plans as a table: what the rows of the list say besides, and the columns of the exported list."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column


def marks(row):
    return [("waiting", gettext("待检查 %(left)s 处") % {"left": row.left})] if row.left else []


LINE_WORDS = {"sub": lambda row: row.checklist__label, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("计划名称"), width=30),
    Column("checklist.label", _("检查表"), width=24),
    Column("area.full_name", _("检查范围"), width=30),
    _asked(_("单位"), lambda row: row.office.name if row.office_id else ""),
    Column("begins", _("自")),
    Column("ends", _("至")),
    Column("pool_size", _("名单数")),
    Column("total", _("应检查")),
    _asked(_("已检查"), lambda row: row.total - row.left),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("拟定时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("checklist", "area", "office", "place").iterator(chunk_size=2000)
