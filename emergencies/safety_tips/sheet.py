"""Tips as a table."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

KEPT = {True: _("是"), False: _("否"), None: ""}
COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("提示"), width=40),
    Column("place.full_name", _("地区"), width=30),
    Column("", _("单位"), value=lambda row: row.office.name if row.office_id else ""),
    Column("edition.number", _("平安指数")),
    Column("", _("状态"), value=lambda row: row.get_state_display()),
    Column("opened_at", _("发出时间")),
    Column("closed_at", _("办结时间")),
    Column("", _("按期落实"), value=lambda row: KEPT[row.kept]),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("place", "office", "edition").iterator(chunk_size=2000)
