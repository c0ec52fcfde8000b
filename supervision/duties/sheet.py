"""The ledger as a file."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

COLUMNS = (
    Column("duty.citation", _("条款")),
    Column("duty.summary", _("职责"), width=50),
    Column("office.name", _("责任单位")),
    Column("office.place.full_name", _("区划")),
    Column("", _("层级"), value=lambda row: row.duty.get_level_display()),
    Column("", _("状态"), value=lambda row: row.get_state_display()),
    Column("counts", _("核对情况")),
    Column("since", _("自")),
    Column("checked_at", _("核对时间")),
    Column("", _("督导线索"), value=lambda row: row.finding.number if row.finding_id else ""),
)


def sheet_rows(rows):
    return rows.told().in_order().iterator(chunk_size=2000)
