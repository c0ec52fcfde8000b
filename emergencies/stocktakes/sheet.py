"""Counts as tables."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column


def marks(row):
    return [("danger", gettext("%(count)s 个批次有差异") % {"count": row.differing})] if row.differing else []


LINE_WORDS = {"marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("warehouse.name", _("仓库"), width=24),
    Column("place.full_name", _("区划"), width=30),
    _asked(_("管理单位"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("安排时间")),
    Column("counted_at", _("盘点时间")),
    Column("differing", _("有差异的批次")),
    Column("closed_at", _("完成时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("warehouse", "place", "office").iterator(chunk_size=2000)
