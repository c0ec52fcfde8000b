"""Tasks as a table: what the rows of the list say besides, and the columns of the exported list."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

YES_NO = {True: _("是"), False: _("否"), None: ""}


def marks(row):
    return [("danger", _("特急"))] if row.urgent else []


def sub(row):
    return " · ".join(filter(None, (row.incident__title, row.team__name)))


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("incident.number", _("突发事件")),
    Column("title", _("任务"), width=30),
    Column("instruction", _("任务内容"), width=60),
    _asked(_("下达单位"), lambda row: row.issued_for.name if row.issued_for_id else ""),
    _asked(_("承担单位"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("执行队伍"), lambda row: row.team.name if row.team_id else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("下达时间")),
    Column("acknowledged_at", _("签收时间")),
    Column("minutes", _("签收用时（分钟）")),
    _asked(_("按时签收"), lambda row: YES_NO[row.kept]),
    Column("finish_by", _("完成时限")),
    Column("closed_at", _("完成时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("incident", "issued_for", "office", "team").iterator(chunk_size=2000)
