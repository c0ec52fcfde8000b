"""Admissions as a table, and the public list of duties as one."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column


def _asked(label, value):
    return Column("", label, value=value)


LINE_WORDS = {"sub": lambda row: row.applicant__short_name}

COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("事项名称")),
    Column("applicant.name", _("申请部门")),
    Column("place.full_name", _("适用范围")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("basis", _("法律依据"), width=40),
    Column("description", _("下沉内容"), width=60),
    Column("rate", _("每个网格每年经费（元）")),
    Column("fund_source", _("经费来源")),
    Column("begins", _("实施起")),
    Column("ends", _("实施止")),
    Column("opened_at", _("申请时间")),
    Column("due_at", _("当前期限")),
    Column("closed_at", _("结束时间")),
)
LIST_COLUMNS = (
    Column("label", _("事项")),
    _asked(_("来源"), lambda row: row.get_source_display()),
    Column("description", _("内容"), width=60),
    Column("basis", _("依据"), width=40),
    _asked(_("牵头部门"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("适用范围"), lambda row: row.place.full_name if row.place_id else ""),
    Column("rate", _("每个网格每年经费（元）")),
    Column("in_force_from", _("起")),
    Column("in_force_until", _("止")),
)


def sheet_rows(queryset):
    return queryset.select_related("place", "applicant").defer("search").iterator(chunk_size=2000)
