"""Joint meetings as a table: what the rows of the worklist say besides, and the columns of the exported list."""

from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.enums import Kind
from governance.sheets.columns import Column
from governance.web.formats import cn_datetime


def sub(row):
    return f"{Kind(row.kind).label} · {cn_datetime(row.meet_at)}" if row.meet_at else Kind(row.kind).label


LINE_WORDS = {"sub": sub}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("会商类型"), lambda row: row.get_kind_display()),
    Column("title", _("会商名称"), width=40),
    Column("office.name", _("组织单位"), width=30),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("meet_at", _("会商时间")),
    Column("venue", _("会商地点")),
    _asked(_("参加城市"), lambda row: "、".join(partner.name for partner in row.partners.all())),
    Column("held_at", _("召开时间")),
    Column("issued_at", _("印发纪要时间")),
    Column("resolution_count", _("议定事项数")),
    Column("carry_until", _("最近完成日期")),
    Column("closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("office").prefetch_related("partners").defer("search").iterator(chunk_size=2000)
