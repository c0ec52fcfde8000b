"""Joint meetings as a table: what the rows of the worklist say besides, and the columns of the exported list."""

from django.utils.translation import gettext_lazy as _

from disputes.meetings.enums import Kind
from governance.sheets.columns import Column
from governance.web.formats import cn_datetime

YES_NO = {True: _("是"), False: _("否"), None: ""}

LINE_WORDS = {"sub": lambda row: f"{Kind(row.kind).label} · {cn_datetime(row.meet_at)}"}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("会议类型"), lambda row: row.get_kind_display()),
    Column("title", _("会议名称"), width=40),
    Column("office.name", _("召集单位"), width=30),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("meet_at", _("会议时间")),
    Column("venue", _("会议地点")),
    Column("chair", _("主持人（职务）")),
    Column("item_count", _("议题数")),
    _asked(_("参会单位数"), lambda row: len(row.office_ids) - 1),
    Column("announced_at", _("通知时间")),
    Column("held_at", _("召开时间")),
    Column("issued_at", _("印发纪要时间")),
    _asked(_("按期印发纪要"), lambda row: YES_NO[row.kept]),
    Column("closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("office").defer("search").iterator(chunk_size=2000)
