"""Searches as a table: what the rows say besides, and the columns of the exported list."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

YES_NO = {True: _("是"), False: _("否"), None: ""}


def marks(row):
    """What was found, and whether it was missed."""
    found = []
    if row.found:
        found.append(("active", gettext("发现 %(n)s 件") % {"n": row.found}))
    if row.handed:
        found.append(("waiting", gettext("移交 %(n)s 件") % {"n": row.handed}))
    if row.kept is False:
        found.append(("danger", gettext("未按期")))
    return found


LINE_WORDS = {"marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("round.number", _("轮次编号")),
    Column("title", _("轮次"), width=30),
    Column("place.full_name", _("村（社区）"), width=40),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("开始日期"), lambda row: row.round.begins),
    _asked(_("结束日期"), lambda row: row.round.ends),
    _asked(_("网格数"), lambda row: row.grids_total or ""),
    _asked(_("发现纠纷"), lambda row: row.found),
    _asked(_("移交"), lambda row: row.handed),
    Column("closed_at", _("完成时间")),
    _asked(_("按期完成"), lambda row: YES_NO[row.kept]),
)
READ = (
    "number", "round__number", "round__begins", "round__ends", "title", "place__full_name", "state", "grids_total", "found", "handed",
    "closed_at", "kept",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written."""
    return queryset.select_related("round", "place").only(*READ).iterator(chunk_size=2000)
