"""The villages with their households as a table."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from grids.mesh.services import cover

COLUMNS = (
    Column("code", _("村（社区）代码")),
    Column("full_name", _("村（社区）"), width=40),
    Column("", _("年份"), value=lambda row: row.counted_year or ""),
    Column("", _("总户数"), value=lambda row: "" if row.counted is None else row.counted),
    Column("", _("数据来源"), value=lambda row: row.counted_source or ""),
    Column("base_grids", _("基础网格数")),
    Column("in_grids", _("网格户数合计")),
    Column("", _("核对结果"), value=lambda row: cover(row).label),
)
