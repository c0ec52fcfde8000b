"""Tips as a table: what the rows of the worklist say besides, and the columns of the exported list. Nobody's contact."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from supervision.tips.enums import Matter

LINE_WORDS = {"sub": lambda row: " · ".join(filter(None, (str(Matter(row.matter).label), row.unit__short_name or row.accused_name)))}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("没有做到的是"), lambda row: row.get_matter_display()),
    _asked(_("责任单位"), lambda row: row.unit.name if row.unit else row.accused_name),
    Column("description", _("反映内容"), width=60),
    Column("place.full_name", _("区划")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("办理单位"), lambda row: row.office.name if row.office else ""),
    Column("opened_at", _("提交时间")),
    Column("due_at", _("当前期限")),
    Column("answered_at", _("答复时间")),
    Column("closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("unit", "place", "office").defer("search").iterator(chunk_size=2000)
