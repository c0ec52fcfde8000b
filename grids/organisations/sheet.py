"""Organisations as a table."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from grids.organisations.enums import Kind

LINE_WORDS = {"sub": lambda row: f"{Kind(row.kind).label} · {row.phone}"}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("名称"), width=30),
    _asked(_("类型"), lambda row: row.get_kind_display()),
    Column("registered_no", _("统一社会信用代码")),
    Column("place.full_name", _("所在地"), width=30),
    Column("duties", _("职责和服务内容"), width=60),
    Column("phone", _("服务电话")),
    Column("address", _("地址"), width=30),
    _asked(_("服务的村（社区）"), lambda row: "、".join(place.short_name for place in row.serves.all())),
    _asked(_("状态"), lambda row: row.get_state_display()),
)


def sheet_rows(queryset):
    return queryset.select_related("place").prefetch_related("serves").defer("search").iterator(chunk_size=2000)
