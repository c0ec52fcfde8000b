"""Decisions as a table: what the rows of the worklist say besides, and the columns of the exported list."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

YES_NO = {True: _("是"), False: _("否"), None: ""}


def marks(row):
    found = [("danger", gettext("已逾期"))] if row.kept is False and not row.closed_at else []
    return [*found, ("waiting", gettext("曾被退回"))] if row.rounds else found


LINE_WORDS = {
    "sub": lambda row: f"{gettext('责任单位')} {row.owner__short_name} · {gettext('召集')} {row.caller__short_name}",
    "marks": marks,
}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("meeting.number", _("会议编号")),
    Column("meeting.title", _("会议"), width=30),
    Column("task", _("议定内容"), width=60),
    Column("owner.name", _("责任单位"), width=30),
    Column("caller.name", _("召集单位"), width=30),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("议定时间")),
    Column("due_on", _("完成日期")),
    Column("reported_at", _("报告完成时间")),
    _asked(_("按期落实"), lambda row: YES_NO[row.kept]),
    Column("rounds", _("退回次数")),
    Column("closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("meeting", "owner", "caller").defer("search").iterator(chunk_size=2000)
