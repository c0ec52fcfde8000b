"""Diversions as a table: the rows of the worklist, and the columns of the exported list. No party stands in either."""

from django.utils.translation import gettext_lazy as _

from disputes.diversion.enums import Way
from governance.sheets.columns import Column
from governance.web.formats import cn_due


def sub(row):
    return f"{Way(row.way).label} · {row.receiver_name} · {row.mediation__number}"


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("mediation.number", _("调解编号")),
    Column("title", _("标题")),
    Column("place.full_name", _("地点")),
    _asked(_("分流途径"), lambda row: row.get_way_display()),
    Column("receiver_name", _("接收机构")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("登记时间")),
    Column("consent_at", _("同意时间")),
    Column("sent_at", _("移送时间")),
    Column("received_at", _("接收时间")),
    Column("their_number", _("对方案号、文号")),
    _asked(_("当前期限"), lambda row: cn_due(row.due_at) if row.due_at else ""),
    _asked(_("结果"), lambda row: row.get_result_display()),
    Column("closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("place", "office", "mediation").iterator(chunk_size=2000)
