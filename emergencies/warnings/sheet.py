"""Warnings as a table: what the rows of the list say besides, and the columns of the exported list."""

from django.utils.translation import gettext_lazy as _

from emergencies.warnings.enums import COLOURS, Sort
from governance.sheets.columns import Column
from governance.web.formats import cn_datetime


def sub(row):
    ends = f" · {_('有效期至')} {cn_datetime(row.until)}" if row.until else ""
    return f"{Sort(row.sort).label} · {row.kind__label}{ends}"


def marks(row):
    return [(row.level, str(COLOURS[row.level]))] if row.level else []


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("标题"), width=40),
    _asked(_("类别"), lambda row: row.get_sort_display()),
    Column("kind.label", _("种类")),
    _asked(_("级别"), lambda row: row.get_level_display()),
    Column("area", _("范围"), width=40),
    _asked(_("发布单位"), lambda row: row.office.name if row.office else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("拟稿时间")),
    Column("issued_at", _("发布时间")),
    Column("until", _("有效期至")),
    Column("messages_sent", _("已发布次数")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("kind", "office", "place").defer("search").iterator(chunk_size=2000)
