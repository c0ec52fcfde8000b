"""Allotments as a table."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column


def sub(row):
    return gettext("应拨 %(owed)s 元，已到账 %(received)s 元") % {"owed": f"{row.owed:,}", "received": f"{row.received:,}"}


LINE_WORDS = {"sub": sub}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("duty.label", _("网格职责事项")),
    Column("year", _("年度")),
    Column("office.name", _("拨付部门")),
    Column("receiver.name", _("接收单位")),
    Column("rate", _("每个网格每年经费（元）")),
    Column("grids", _("网格数")),
    Column("months", _("实施月数")),
    Column("owed", _("应拨（元）")),
    Column("received", _("已到账（元）")),
    Column("paying", _("待确认（元）")),
    Column("outstanding", _("尚欠（元）")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("due_at", _("当前期限")),
    Column("closed_at", _("结束时间")),
)


def sheet_rows(queryset):
    return queryset.select_related("place", "office", "receiver", "duty").defer("search").iterator(chunk_size=2000)
