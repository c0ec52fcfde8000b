"""Receipts as a table."""

from django.utils.translation import gettext_lazy as _

from emergencies.intakes.enums import Origin
from governance.sheets.columns import Column

LINE_WORDS = {"sub": lambda row: f"{Origin(row.origin).label} · {row.supplier}"}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("intake.number", _("入库单")),
    Column("intake.warehouse.name", _("仓库"), width=24),
    _asked(_("来源"), lambda row: row.intake.get_origin_display()),
    Column("intake.supplier", _("供货、捐赠或者调出单位"), width=30),
    Column("item.name", _("品种"), width=20),
    Column("lot", _("批号"), width=20),
    Column("item.unit", _("计量单位")),
    Column("quantity", _("到货数量")),
    Column("accepted", _("合格数量")),
    Column("produced_on", _("生产日期")),
    Column("expires_on", _("到期日期")),
    _asked(_("状态"), lambda row: row.intake.get_state_display()),
    _asked(_("登记时间"), lambda row: row.intake.opened_at),
)


def sheet_rows(queryset):
    """The lines of the receipts to export, one below the other."""
    related = ("lines__item", "lines__intake__warehouse")
    rows = queryset.select_related("warehouse").prefetch_related(*related)
    return (line for intake in rows.iterator(chunk_size=500) for line in intake.lines.all())
